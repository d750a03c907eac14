import type { Column } from '../../guards/facts'

/** What is held against the columns of an endpoint, rule by rule. */
export const guardRules: ReadonlyMap<string, string> = new Map([
  ['open-endpoint', 'Every endpoint that changes or reads something asks who calls before it does.'],
  [
    'unauthorized-endpoint',
    'Every endpoint that changes something asks whether the caller may do this to that.',
  ],
  ['unvalidated-input', 'Every endpoint parses what it is sent with a schema before it uses it.'],
  ['unread-guard', 'Whatever guards an endpoint can be read, or the configuration says what it proves.'],
])

/** The rules of the house style that say the same of an action as a column does. */
export const houseRules: Readonly<Record<Column, readonly string[]>> = {
  authentication: ['exports-built-by-client', 'no-inline-server'],
  authorization: ['is-authorized'],
  validation: ['has-input-schema'],
  limits: ['is-limited'],
}
