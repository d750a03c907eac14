import { actionName } from '../action/read-definition'
import { basename, dirname } from 'node:path'
import { methodCall } from '../syntax/node'
import { defineRule } from './define-rule'
import { insertedAfter, type Repair } from './repair'
import type { ReadEndpoint, Subject } from './subject'

/** Without a name, the log and the audit can't tell which action was called. */
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
          ? `The name in the metadata of "${endpoint.name}" is not a constant.`
          : `"${endpoint.name}" has no metadata with a name.`
        subject.reportFor(endpoint, message, undefined, named(subject, endpoint))
      } else if (names.has(name)) {
        subject.reportFor(endpoint, `"${endpoint.name}" has the same name as another action: ${name}.`)
      } else names.add(name)
    }
  },
})

/** Suggests a name from the folder and the export, inserted after the client. */
function named({ module }: Subject, { name, definition }: ReadEndpoint): Repair | undefined {
  const { form, metadata, handler } = definition
  if (form !== 'chain' || metadata || handler?.module !== module) return undefined
  let start = module.scopes.parentOf(handler.node)
  for (let link = start && methodCall(start); link; link = methodCall(link.object)) start = link.object
  if (start?.type !== 'Identifier') return undefined
  const text = `.metadata({ name: '${basename(dirname(module.file))}.${name.replace(/Action$/, '')}' })`
  return insertedAfter(start, text, `Add ${text}`)
}
