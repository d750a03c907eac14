import type { ErrorCode } from '@kit/action-middleware'

import type { ExpectedChange } from '../state/expectation'
import type { RawRequest } from '../http/raw-http'
import type { Arena } from './arena'
import type { Caller } from './caller'
import type { Input, NamedRow } from './row'

/** The columns of the final table. */
export const groups = [
  'rightful',
  'session',
  'tenant',
  'role',
  'fresh',
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

/** How a call may be refused. What is not listed is a breach, an `INTERNAL` and an empty `{}` among it. */
export interface Refusal {
  codes?: readonly ErrorCode[]
  /** Validation errors. */
  invalid?: true
  /** Statuses of an answer that is no action's: a page, or the framework's own refusal. */
  pages?: readonly number[]
  /** Statuses with which the framework reports what it threw itself, before any code of ours. */
  thrown?: readonly number[]
  redirect?: (location: string) => boolean
}

export interface Shot {
  label: string
  caller: Caller
  request: RawRequest
  /** What the request says, for the rightful changes; the row's own input when it is left out. */
  input?: Input
  /** `hold`: refused, and nothing changes. `succeed`: the rightful changes, exactly. `either`: one of the two. */
  must: 'hold' | 'succeed' | 'either'
  refusal: Refusal
  /** In place of the row's own; where the call must hold, what the refusal itself leaves behind. */
  changes?: readonly ExpectedChange[]
  /** The reply must not sign anybody in, though the call succeeds. Where it must hold, that goes without saying. */
  setsNoCookie?: true
  /** What the library may sweep away on the way, whatever the call is answered; each with its reason where it stands. */
  sweeps?: readonly ExpectedChange[]
  /** Brings the database into the state that the attack needs; what it changes is no breach. */
  arrange?: (arena: Arena) => Promise<unknown>
  /** Takes back what `arrange` did to the database itself, whatever has happened. */
  afterwards?: (arena: Arena) => Promise<unknown>
  /** Sent at the same moment as `request`. */
  alongside?: readonly RawRequest[]
}

export interface Attack {
  group: Group
  name: string
  shots: (arena: Arena) => Shot[]
}

/** The attacks of one kind on an endpoint; none where they make no sense. */
export type Catalogue = (row: NamedRow) => Attack[]
