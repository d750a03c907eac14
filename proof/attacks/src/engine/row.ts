import type { Upload } from '../http/reply-encoding'
import type { ExpectedChange } from '../state/expectation'
import type { OrganizationSlug, Person, Role } from '../app/people'
import type { Arena } from './arena'
import type { ErrorCode } from '@kit/action-middleware'
import type { Permissions } from '@kit/auth/permissions/permissions'
import type { PolicyName } from '@kit/rate-limit/policies'

/** A call's input: the fields of a form, or an object. */
export type Input = Readonly<Record<string, unknown>>

/** One value of an input, with what attacks need to know to make a wrong one. */
export interface Field {
  /** `title`, or `patch.status` for a nested value. */
  path: string
  kind: 'text' | 'uuid' | 'day' | 'choice' | 'list' | 'object' | 'file'
  /** The call is refused without it. */
  required: boolean
  /** Accepts an empty string. */
  mayBeEmpty?: true
  /** Accepts null. */
  nullable?: true
  /** Minimum length, if more than one character. */
  shortest?: number
  /** Maximum length of the text or list. */
  longest?: number
  /** Returns text of this length in the right format, such as an email or a slug. */
  lengthen?: (length: number) => string
  /** Text of the right length that is refused for its content. */
  misleading?: readonly string[]
  /** Free text, stored as sent, so a target for injections. */
  free?: true
  /** A redirect target from the caller, which must stay inside the app. */
  target?: true
  /** Files that are refused. */
  wrongFiles?: Readonly<Record<string, () => Upload>>
  /** Files that are accepted and also something else, of which nothing may be stored. */
  doubleFiles?: Readonly<Record<string, () => Upload>>
  /** A password: never stored in plain text, never returned. */
  secret?: true
}

interface CommonRow {
  /** How the app calls it. */
  encoding: 'form' | 'json'
  /** The caller sends the form's previous state. */
  stateful: boolean
  /** Exactly the limits that count the allowed call, the client's own first. */
  limits: readonly PolicyName[]
  /** Further limits that count a new account's calls. */
  newAccountLimits?: readonly PolicyName[]
  /** Further limits that count only the allowed call's mail. Over them no mail is sent, and the reply is the same. */
  mailLimits?: readonly PolicyName[]
  /** The page it is called from. */
  page: (arena: Arena) => string
  /** The allowed caller. Unset for public actions, unless they need a session. */
  as?: Person
  input: (arena: Arena) => Input
  fields: readonly Field[]
  /** Exactly the changes of the allowed call; anything else is a breach. */
  changes: (arena: Arena, input: Input, by?: Person) => ExpectedChange[]
  /** The reply to the allowed call: data or a redirect. */
  answer: 'data' | { redirect: (location: string, input: Input) => boolean }
  /** The organization that the allowed call joins, whose data the reply may then contain. */
  joins?: OrganizationSlug
  /** The refusals of well-formed but wrong input. */
  refusals: readonly ErrorCode[]
  /** For an action that changes what several people edit: a field that the allowed call changes. */
  edits?: string
  /** Requires a fresh session. */
  fresh?: true
  /** Its callers have two-factor authentication on. */
  twoFactor?: true
  /** Its callers have no password and have linked the local provider. */
  withoutPassword?: true
  /** Its callers have linked the local provider. */
  linked?: true
  /** Its caller impersonates this person. */
  impersonating?: Person
  /** Has no effect for a caller who has two-factor authentication on. */
  withoutTwoFactor?: true
  /** Changes that any attempt makes, even a refused one. */
  attempts?: (arena: Arena) => ExpectedChange[]
  /** A page that it is called from, or leads to, names demo people. */
  showsPeople?: true
  /** For actions behind a captcha: the name in the metadata. */
  captcha?: string
  /** Happens only once, even for parallel calls. */
  once?: true
  /** Called by someone who has given their password and has no session yet. */
  codePending?: true
  /** What an admin who impersonates the caller can do with it. Unset, they can't call it. */
  impersonation?: 'read' | 'write'
  /** Creates a row from a form, one for each submission key. */
  submits?: true
}

/** A public action. */
export interface PublicRow extends CommonRow {
  kind: 'public'
  /** Starts a session, so the caller must be signed out. */
  signedOut?: true
  /** The person whose identity the input proves. A successful call's reply may contain their data. */
  proves?: Person
  /** The email that the input proves, if it has no account. A successful call's reply may contain it. */
  provesEmail?: string
  /** A cookie without which the call is refused. */
  cookie?: (arena: Arena) => string
}

/** An action for signed-in users, on their own behalf. */
export interface AuthenticatedRow extends CommonRow {
  kind: 'authenticated'
  as: Person
}

export interface OwnershipCase {
  label: string
  as: Person
  input: (arena: Arena) => Input
  /** As in `Shot`. */
  arrange?: (arena: Arena) => Promise<unknown>
}

export interface ForeignCase {
  label: string
  input: (arena: Arena) => Input
  refusal: ErrorCode
}

/** An action for members of the organization in the call, if their role and ownership allow it. */
export interface OrganizationRow extends CommonRow {
  kind: 'organization'
  as: Person
  mayCall: Readonly<Record<Role, boolean>>
  /** Refusals of insufficient roles other than FORBIDDEN. */
  roleRefusals?: Partial<Record<Role, ErrorCode>>
  /**
   * The permissions that a custom role needs for the allowed call. `membership` if it needs none, null if no custom role
   * is enough.
   */
  needs: Permissions | 'membership' | null
  /** Allowed by role, refused by ownership. */
  refusedByOwnership: readonly OwnershipCase[]
  /** Allowed by ownership. */
  allowedByOwnership: readonly OwnershipCase[]
  /** Calls on Acme with IDs of Globex. Every variant is refused. */
  foreignIds: readonly ForeignCase[]
}

/** An action for super-admins. */
export interface AdminRow extends CommonRow {
  kind: 'admin'
  as: Person
  /** Support may call it too. */
  support?: true
  /** Its reply, and the page that it is called from, show everyone's data. */
  ofEverybody?: true
  /** Allowed by role, refused with CONFLICT after something else happened. */
  refusedAfter?: readonly { label: string; arrange: (arena: Arena) => Promise<unknown> }[]
}

export type Row = PublicRow | AuthenticatedRow | OrganizationRow | AdminRow

export type NamedRow<Kind extends Row = Row> = Kind & { file: string; exportName: string }

/** One row per export of an `actions.ts`. A missing or extra row doesn't compile. */
export type MatrixOf<Actions> = Readonly<Record<keyof Actions, Row>>

export function namedRows<Actions>(file: string, matrix: MatrixOf<Actions>): NamedRow[] {
  return Object.entries<Row>(matrix).map(([exportName, row]) => ({ ...row, file, exportName }))
}

/** Whether a redirect stays inside the app. */
export const insideTheApp = (location: string) => /^\/(?![/\\])/.test(location)
