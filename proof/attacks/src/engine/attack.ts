import type { ErrorCode } from '@kit/action-middleware'

import type { ExpectedChange } from '../state/expectation'
import type { RawRequest } from '../http/raw-http'
import type { Arena } from './arena'
import type { Caller } from './caller'
import type { Input, NamedRow } from './row'
import type { Spread } from './spread'

/** The columns of the report. */
export const groups = [
  'allowed',
  'session',
  'tenant',
  'role',
  'fresh',
  'code pending',
  'shape',
  'size',
  'values',
  'arguments',
  'origin',
  'method',
  'no-js',
  'redirect',
  'page',
  'id',
  'state',
  'race',
  'captcha',
  'limit',
  'public',
] as const

export type Group = (typeof groups)[number]

/** The allowed refusals of a call. Anything else is a breach, including `INTERNAL` and an empty `{}`. */
export interface Refusal {
  codes?: readonly ErrorCode[]
  /** Allows validation errors. */
  invalid?: true
  /** Allowed statuses of a reply that isn't an action's: a page, or the framework's own refusal. */
  pages?: readonly number[]
  /** Allowed statuses of errors that the framework throws before our code runs. */
  thrown?: readonly number[]
  redirect?: (location: string) => boolean
}

export interface Shot {
  label: string
  caller: Caller
  request: RawRequest
  /** The input, from which the allowed changes derive. Defaults to the row's. */
  input?: Input
  /** `hold`: refused without changes. `succeed`: exactly the allowed changes. `either`: one of the two. */
  must: 'hold' | 'succeed' | 'either'
  refusal: Refusal
  /** Overrides the row's changes. With `hold`, the changes that the refusal itself makes. */
  changes?: readonly ExpectedChange[]
  /** The reply of a successful call must not set a cookie. With `hold`, no reply may. */
  setsNoCookie?: true
  /** Rows that the auth library may delete along the way, whatever the reply. */
  sweeps?: readonly ExpectedChange[]
  /** Prepares the database. Its changes don't count as a breach. */
  arrange?: (arena: Arena) => Promise<unknown>
  /** Undoes changes of `arrange` to the schema. Always runs. */
  afterwards?: (arena: Arena) => Promise<unknown>
  /** Sent in parallel with `request`. */
  alongside?: readonly RawRequest[]
}

export interface Attack {
  group: Group
  name: string
  shots: (arena: Arena) => Shot[]
  /** Its bodies are too long to be shown to people. */
  large?: true
  /** Spreads it over the endpoints, for what is refused in the same place whichever endpoint is called. */
  spread?: Spread | undefined
}

/** Returns one kind of attacks on an endpoint; none if they don't apply. */
export type Catalogue = (row: NamedRow) => Attack[]
