import { defineRule } from './define-rule'

/** Without a schema, the action runs on any input. */
export const hasInputSchema = defineRule({
  name: 'has-input-schema',
  description: 'Every action has an input schema.',
  check(subject) {
    for (const endpoint of subject.readEndpoints) {
      const { form, inputSchema, handler } = endpoint.definition
      const takesNothing = form === 'function' && handler?.node.params.length === 0
      if (inputSchema || takesNothing) continue
      subject.reportFor(endpoint, `"${endpoint.name}" has no input schema, so it accepts any input.`)
    }
  },
})
