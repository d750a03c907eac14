import { actionName } from '../action/read-definition'
import { defineRule } from './define-rule'

/** Without a name, the log and the audit cannot say what was called. */
export const hasMetadata = defineRule({
  name: 'has-metadata',
  description: 'Every action has a unique name in its metadata.',
  check(subject) {
    const names = new Set<string>()
    for (const endpoint of subject.readEndpoints) {
      const { definition } = endpoint
      if (definition.form === 'function') continue
      const name = actionName(subject.sources, definition)
      if (name === undefined) {
        const message = definition.metadata
          ? `The name in the metadata of "${endpoint.name}" is no constant.`
          : `"${endpoint.name}" has no metadata with a name.`
        subject.reportFor(endpoint, message)
      } else if (names.has(name)) {
        subject.reportFor(endpoint, `"${endpoint.name}" has the same name as another action: ${name}.`)
      } else names.add(name)
    }
  },
})
