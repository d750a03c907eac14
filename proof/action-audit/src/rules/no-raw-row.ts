import { readSchema } from '../schema/read-schema'
import { problemsOf } from '../schema/problems'
import { returnsOf } from '../syntax/returns'
import { defineRule } from './define-rule'
import { Reply } from './reply'

/** A row contains every column of its table, including password hashes and any column a migration adds. */
export const noRawRow = defineRule({
  name: 'no-raw-row',
  description:
    'Every reply consists of selected fields, comes from a DTO function or passes an output schema.',
  check(subject) {
    const { project } = subject.sources
    for (const endpoint of subject.readEndpoints) {
      const { handler, outputSchema } = endpoint.definition
      if (outputSchema) {
        const open = problemsOf(readSchema(project, outputSchema), Number.POSITIVE_INFINITY).find(
          ({ shape }) => shape.problems,
        )
        if (open)
          subject.reportFor(
            endpoint,
            `The output schema of "${endpoint.name}" allows any value: it ${open.message}.`,
          )
        else continue
      }
      if (!handler) continue
      const reply = new Reply(project, endpoint.definition)
      for (const node of returnsOf(handler.node)) {
        const raw = reply.rawPartOf({ ...handler, node })
        if (raw) {
          const what = raw.module.textOf(raw.node).split('\n')[0]
          subject.reportFor(
            endpoint,
            `"${endpoint.name}" returns all of \`${what}\`. Select its fields.`,
            raw,
          )
        }
      }
    }
  },
})
