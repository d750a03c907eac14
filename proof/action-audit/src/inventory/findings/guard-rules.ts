import type { Column } from '../../guards/facts'

/** The rules about the columns of an endpoint. */
export const guardRules: ReadonlyMap<string, string> = new Map([
  ['open-endpoint', 'Every endpoint authenticates the caller before it reads or changes anything.'],
  [
    'unauthorized-endpoint',
    'Every endpoint that changes something checks whether the caller may act on that resource.',
  ],
  ['unvalidated-input', 'Every endpoint validates its input with a schema before it uses it.'],
  ['unread-guard', 'Every guard can be analyzed, or the configuration says what it proves.'],
])

/** The strict rules that check the same as a column. */
export const houseRules: Readonly<Record<Column, readonly string[]>> = {
  authentication: ['exports-built-by-client', 'no-inline-server'],
  authorization: ['is-authorized'],
  validation: ['has-input-schema'],
  limits: ['is-limited'],
}
