import type { ExpectedChange } from '../state/expectation'
import type { OrganizationSlug, Person, Role } from '../app/people'
import type { Arena } from './arena'
import type { ErrorCode } from '@kit/action-middleware'
import type { Permissions } from '@kit/auth/permissions/permissions'
import type { PolicyName } from '@kit/rate-limit/policies'

/** What a caller sends: the fields of a form, or the object of a call from script. */
export type Input = Readonly<Record<string, unknown>>

/** One value of an input, as far as an attack has to know it to make a wrong one. */
export interface Field {
  /** `title`, or `patch.status` for what stands deeper. */
  path: string
  kind: 'text' | 'uuid' | 'day' | 'choice' | 'list' | 'object'
  /** Without it the call is refused. */
  required: boolean
  /** A text of which nothing is one. */
  mayBeEmpty?: true
  /** Accepts null. */
  nullable?: true
  /** Shortest text that is accepted, where that is more than one character. */
  shortest?: number
  /** Longest text or list that is accepted. */
  longest?: number
  /** A text that is long for `longest` and still of the right shape, as an address or a slug has to be. */
  lengthen?: (length: number) => string
  /** Texts of the right length that are refused for what they say. */
  misleading?: readonly string[]
  /** Free text, stored as it was sent: where an injection would have to go. */
  free?: true
  /** Where to go afterwards, as the caller wishes: never out of the app. */
  target?: true
  /** A password: never stored as it is, never sent back. */
  secret?: true
}

interface CommonRow {
  /** How the app itself calls it. */
  encoding: 'form' | 'json'
  /** The caller sends the form's previous state along. */
  stateful: boolean
  /** What the rightful call is counted under, the limit of the client first: exactly these. */
  limits: readonly PolicyName[]
  /** The page that it is called from. */
  page: (arena: Arena) => string
  /** Who calls it rightfully in the examples; for `public` nobody, unless the call is about a session. */
  as?: Person
  input: (arena: Arena) => Input
  fields: readonly Field[]
  /** Exactly what the rightful call changes; anything else is a breach. */
  changes: (arena: Arena, input: Input, by?: Person) => ExpectedChange[]
  /** What the rightful call is answered with: data, or a redirect to this place. */
  answer: 'data' | { redirect: (location: string, input: Input) => boolean }
  /** Where the rightful call makes its caller a member, whose reply may then show what is there. */
  joins?: OrganizationSlug
  /** How it refuses input that is well formed and wrong. */
  refusals: readonly ErrorCode[]
  /** Wants the password to have been given lately in the session that calls. */
  fresh?: true
  /** The page that it is called from says who the demo people are, as the repository does. */
  showsPeople?: true
  /** Behind a captcha: the name in its metadata, for which a solution has to be made. */
  captcha?: string
  /** However often it is called at once, it happens once. */
  once?: true
}

/** Anyone may call it. */
export interface PublicRow extends CommonRow {
  kind: 'public'
  /** Begins a session, and not in place of another. */
  signedOut?: true
}

/** Anyone with a live session may call it, for themselves. */
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

/** Members of the organization that the call names may call it, as their role and what they own allows. */
export interface OrganizationRow extends CommonRow {
  kind: 'organization'
  as: Person
  mayCall: Readonly<Record<Role, boolean>>
  /** What a role that may not call it is told, where it is not FORBIDDEN. */
  roleRefusals?: Partial<Record<Role, ErrorCode>>
  /**
   * All that a custom role has to allow for the rightful call; `membership` where it need not allow anything, null where
   * no custom role will do, whatever it allows.
   */
  needs: Permissions | 'membership' | null
  /** Allowed by the role, refused for what it is about. */
  notTheirs: readonly OwnershipCase[]
  /** Allowed though it takes a second look. */
  alsoTheirs: readonly OwnershipCase[]
  /** Acme named, and with it what is Globex's; every variant is refused. */
  foreignIds: readonly ForeignCase[]
}

export type Row = PublicRow | AuthenticatedRow | OrganizationRow

export type NamedRow<Kind extends Row = Row> = Kind & { file: string; exportName: string }

/** A row for each export of an `actions.ts`: one missing or one too many does not compile. */
export type MatrixOf<Actions> = Readonly<Record<keyof Actions, Row>>

export function namedRows<Actions>(file: string, matrix: MatrixOf<Actions>): NamedRow[] {
  return Object.entries<Row>(matrix).map(([exportName, row]) => ({ ...row, file, exportName }))
}

/** Inside the app, whatever was asked for. */
export const insideTheApp = (location: string) => /^\/(?![/\\])/.test(location)
