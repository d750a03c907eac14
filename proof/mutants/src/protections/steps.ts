import { follow } from 'action-audit/project/follow'
import type { Project } from 'action-audit/project/project'
import type { Value } from 'action-audit/project/value'
import type { Node } from 'oxc-parser'
import { calledName, UnknownProtection, type Link } from './chain'
import { anything, excerpt, passThrough, type Kind, type Protection } from './protection'

/** Links that protect nothing. */
const harmless: ReadonlySet<string> = new Set(['metadata', 'action', 'stateAction', 'outputSchema'])

/**
 * Returns the protections among the links of a chain.
 * @throws UnknownProtection for an unknown link
 */
export function stepsOf(project: Project, links: readonly Link[], kind: Kind): Protection[] {
  return links.flatMap((link): Protection[] => {
    const { method, module } = link
    const [first] = link.node.arguments
    if (harmless.has(method)) return []
    if (!first || first.type === 'SpreadElement') throw new UnknownProtection(link, `.${method}() is empty`)
    const argument = { ...link, node: first }
    if (method === 'use' || method === 'useValidated') {
      const label = `.${method}(${excerpt(module, first)})`
      const maker = makerOf(project, argument)
      return [{ kind, module, node: first, without: passThrough, label, ...(maker && { maker }) }]
    }
    if (method === 'inputSchema') return [schemaPlace(argument)]
    throw new UnknownProtection(link, `.${method}() is not known`)
  })
}

/** Returns the protection of the whole schema, without the wrapper that reads form fields. */
export function schemaPlace({ module, node }: Value): Protection {
  const schema = schemaIn(node)
  return {
    kind: 'step',
    module,
    node: schema,
    label: `.inputSchema(${excerpt(module, schema)})`,
    ...anything,
  }
}

/** Returns `createRoleSchema` of `formData(createRoleSchema)`. */
export function schemaIn(node: Node): Node {
  const [inner] = node.type === 'CallExpression' && calledName(node) === 'formData' ? node.arguments : []
  return inner ?? node
}

/** Returns the name of the gate's function that creates a middleware, also through a constant. */
function makerOf(project: Project, value: Value): string | undefined {
  const found = follow(project, value)
  if (found.kind !== 'value') return undefined
  const called = calledName(found.node)
  // An inline middleware is identified by what it calls.
  if (called && called !== 'createMiddleware') return called
  return value.node.type === 'Identifier' ? value.node.name : undefined
}
