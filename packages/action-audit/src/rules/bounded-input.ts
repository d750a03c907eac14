import { problemsOf } from '../schema/problems'
import { readSchema } from '../schema/read-schema'
import { defineRule } from './define-rule'

/** A text without an end is stored, logged and sent back without an end. */
export const boundedInput = defineRule({
  name: 'bounded-input',
  description:
    'Every text, list, record and number of an input has bounds, and nothing of it is taken unseen.',
  check(subject) {
    const { project, settings } = subject.sources
    for (const endpoint of subject.readEndpoints) {
      const { inputSchema } = endpoint.definition
      if (!inputSchema) continue
      for (const { path, message, shape } of problemsOf(
        readSchema(project, inputSchema),
        settings.config.longest,
      )) {
        const what = path === '' ? 'The input' : `"${path}" in the input`
        subject.reportFor(endpoint, `${what} of "${endpoint.name}" ${message}.`, shape.at)
      }
    }
  },
})
