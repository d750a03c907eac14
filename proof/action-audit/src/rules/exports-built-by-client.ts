import { defineRule } from './define-rule'

/** Any export of such a module is an endpoint, even a helper, a constant or a re-exported function. */
export const exportsBuiltByClient = defineRule({
  name: 'exports-built-by-client',
  description: "Every export of a 'use server' file is built with a configured client.",
  check(subject) {
    for (const endpoint of subject.endpoints) {
      const { name, reading } = endpoint
      const called = name === '*' ? 'This export' : `"${name}"`
      if ('unread' in reading) {
        subject.reportFor(
          endpoint,
          `${called} is callable over HTTP, and its guards can't be determined: ${reading.unread}.`,
        )
        continue
      }
      const { form, stranger, handlerUnread } = reading.definition
      if (form === 'function') {
        subject.reportFor(
          endpoint,
          `${called} is an unguarded function that anyone can call with any input. Build it from a client.`,
        )
      } else if (stranger !== undefined) {
        subject.reportFor(endpoint, `${called} is not built from a configured client: ${stranger}.`)
      }
      if (handlerUnread !== undefined) {
        subject.reportFor(endpoint, `The handler of ${called} can't be analyzed: ${handlerUnread}.`)
      }
    }
  },
})
