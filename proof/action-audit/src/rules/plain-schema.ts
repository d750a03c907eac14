import type { Value } from '../project/value'
import { follow } from '../project/follow'
import type { Project } from '../project/project'
import { methodCall, staticKey, unwrapped } from '../syntax/node'

/** Methods that only validate and return the value unchanged. */
const refusing =
  /^(min|max|length|nonempty|regex|startsWith|endsWith|includes|gt|gte|lt|lte|positive|negative|nonnegative|nonpositive|multipleOf|int|optional|nullable|nullish)$/
const constructors =
  /^(strictObject|string|number|int|bigint|boolean|date|email|url|uuid|uuidv4|uuidv7|cuid2|ulid|nanoid|literal|enum|array|optional|nullable|nullish)$/

/** Whether an inline zod schema returns exactly its input. */
export function isPlain(project: Project, value: Value): boolean {
  const found = follow(project, value)
  if (found.kind !== 'value') return false
  const link = methodCall(unwrapped(found.node))
  if (!link?.method) return false
  const of = (node: (typeof link.call.arguments)[number]) => isPlain(project, { ...found, node })
  const object = unwrapped(link.object)
  if (object.type !== 'Identifier') return refusing.test(link.method) && of(link.object)
  if (found.module.scopes.lookup(object)?.imported?.source !== 'zod' || !constructors.test(link.method))
    return false
  const [first] = link.call.arguments
  if (link.method === 'strictObject')
    return (
      first?.type === 'ObjectExpression' &&
      first.properties.every(
        (property) =>
          property.type === 'Property' &&
          staticKey(property.key, property.computed) !== undefined &&
          of(property.value),
      )
    )
  if (['array', 'optional', 'nullable', 'nullish'].includes(link.method))
    return first !== undefined && of(first)
  return true
}
