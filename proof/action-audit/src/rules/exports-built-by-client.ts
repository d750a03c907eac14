import { defineRule } from './define-rule'

/** A helper, a constant or a function of another file in such a module is an endpoint as much as any action. */
export const exportsBuiltByClient = defineRule({
  name: 'exports-built-by-client',
  description: "Every export of a 'use server' file is built with a configured client.",
  check(subject) {
    for (const endpoint of subject.endpoints) {
      const { name, reading } = endpoint
      const called = name === '*' ? 'What this exports' : `"${name}"`
      if ('unread' in reading) {
        subject.reportFor(
          endpoint,
          `${called} can be called over HTTP and nobody can tell what guards it: ${reading.unread}.`,
        )
        continue
      }
      const { form, stranger, handlerUnread } = reading.definition
      if (form === 'function') {
        subject.reportFor(
          endpoint,
          `${called} is a bare function that anyone can call with anything. Build it from a client.`,
        )
      } else if (stranger !== undefined) {
        subject.reportFor(
          endpoint,
          `${called} is built from no client that the configuration knows: ${stranger}.`,
        )
      }
      if (handlerUnread !== undefined) {
        subject.reportFor(endpoint, `The handler of ${called} cannot be read: ${handlerUnread}.`)
      }
    }
  },
})
