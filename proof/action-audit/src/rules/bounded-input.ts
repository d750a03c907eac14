import type { Definition } from '../action/definition'
import { follow } from '../project/follow'
import type { Value } from '../project/value'
import { problemsOf } from '../schema/problems'
import { readSchema } from '../schema/read-schema'
import { defineRule } from './define-rule'
import { insertedAfter } from './repair'
import type { Subject } from './subject'

/** Unbounded text is stored, logged and returned at any size. */
export const boundedInput = defineRule({
  name: 'bounded-input',
  description:
    'Every text, list, record and number in an input schema has bounds, and no field accepts unchecked values.',
  check(subject) {
    const { project, settings } = subject.sources
    for (const endpoint of subject.readEndpoints) {
      for (const schema of schemasOf(subject, endpoint.definition)) {
        for (const { path, message, shape } of problemsOf(
          readSchema(project, schema),
          settings.config.longest,
        )) {
          const what = path === '' ? 'The input' : `"${path}" in the input`
          const isText = shape.kind === 'string' && shape.max === undefined
          const repair = isText
            ? insertedAfter(shape.at.node, '.max(200)', 'Allow at most 200 characters')
            : undefined
          subject.reportFor(endpoint, `${what} of "${endpoint.name}" ${message}.`, shape.at, repair)
        }
      }
    }
  },
})

/** Bound arguments are input too, because they come back from the browser. */
function schemasOf({ sources }: Subject, { inputSchema, steps }: Definition): Value[] {
  const bound = steps.flatMap(({ method, args: [list] }) => {
    if (method !== 'bindArgsSchemas' || !list) return []
    const found = follow(sources.project, list)
    if (found.kind !== 'value' || found.node.type !== 'ArrayExpression') return [list]
    return found.node.elements.flatMap((node) => (node ? [{ ...found, node }] : []))
  })
  return [...(inputSchema ? [inputSchema] : []), ...bound]
}
