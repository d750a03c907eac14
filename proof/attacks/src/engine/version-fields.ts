import { DECISION_FIELD, VERSION_FIELD } from '@kit/action-middleware/input/version'

import type { Field } from './row'

const LONGEST = 1000
const entry = (length: number) => `x.${'a'.repeat(length - 2)}`

/** The version of what a call edits. */
export const version: Field = {
  path: VERSION_FIELD,
  kind: 'text',
  required: true,
  longest: LONGEST,
  lengthen: entry,
}

/** What a form sends about a conflict. */
export const decision: Field = { ...version, path: DECISION_FIELD, required: false }
