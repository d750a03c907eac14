import path from 'node:path'

import { openDatabase, type Database } from '../state/database'
import { difference, rowsOf, type DatabaseRow, type RowChange, type State } from '../state/difference'
import { databaseUrl, mailDirectory, webDirectory } from '../app/environment'
import { compilePages, isDevelopmentServer, manifestFile, readManifest, type Endpoint } from '../app/manifest'
import { restoreMailbox, snapshotMailbox } from '../state/mailbox'
import { untilMailed } from '../state/outbox'
import type { CookieRecipe } from '../http/curl'
import { impersonate } from './impersonate'
import { linkEveryone, takePasswords } from './methods'
import { codeOf, insertTwoFactor, type Enrolment } from './two-factor'
import { bystanders, type closedOrganization, type OrganizationSlug, type Person } from '../app/people'
import type { NamedRow } from './row'

/** The state of a prepared arena. Plain data, so a restarted worker can take it over. */
export interface ArenaRecord {
  /** The database before the run, which is restored at the end. */
  initial: State
  /** The state before every attack: everyone is signed in and links are mailed. */
  baseline: State
  /** Valid sessions by email. */
  live: Record<string, CookieRecipe>
  signedOut: Record<string, CookieRecipe>
  expired: Record<string, CookieRecipe>
  tokens: Tokens
  /** Everyone's two-factor authentication. Only `guarded` and the super-admin have it on in the baseline. */
  twoFactor: Record<string, Enrolment>
  /** The cookie of a sign-in of `guarded` whose code is pending. */
  challenge: CookieRecipe
}

export interface Tokens {
  /** Mailed to `newcomer`, unused. */
  verify: string
  /** The cookie of the browser in which `newcomer` signed up. */
  signUp: string
  /** Mailed to Acme's viewer, unused. */
  reset: string
  /** Mailed to `moved` for Acme's editor, unused. */
  changeEmail: string
  /** Mailed to the nomad, invited to Acme as editor. */
  invited: string
  /** Mailed to an email without an account, invited to Acme as editor. */
  invitedNewcomer: string
  /** Mailed to nomad@gatehouse.test, unused. */
  magicLink: string
  /** Mailed to `WITHOUT_PASSWORD` for their live session, unused. */
  mailedCode: string
  /** Mailed to `REPORTER` after their first sign-in, unused. */
  reportSignIn: string
  /** From the invitation that Acme's owner sent to an email without an account. */
  mailLink: string
  /** From the email to `moved`; blocks Acme's editor. */
  blockedMailLink: string
  /** From the email with `reset`, which can't be blocked. */
  resetMailLink: string
}

export const MAIL = 'mail'

/** Signed up but not verified. */
export const newcomer = {
  name: 'New Comer',
  email: bystanders.unverified,
  password: 'a-newcomers-pass-word',
}

/** Invited to Acme, without an account. */
export const invitedEmail = 'invited@attack.test'

/** Whose sign-in is reported as a stranger's. */
export const REPORTER = 'owner@globex.test'

/** The person with a mailed code. They can use it only after their password is removed. */
export const WITHOUT_PASSWORD = 'editor@globex.test'

/** The new email that Acme's editor requests. */
export const moved = 'moved@attack.test'

/** Tables with organization rows that are records themselves, so they are not audited. */
const unaudited: ReadonlySet<string> = new Set(['audit_event', 'security_event', 'claimed_slug'])

/** What the callers of a row need. */
type Needs = Pick<NamedRow, 'fresh' | 'twoFactor' | 'withoutPassword' | 'linked' | 'impersonating'>

/** The app under test, its database and its users. */
export class Arena {
  private readonly tables = new Map<string, readonly DatabaseRow[]>()
  private ready: { needs: string; state: State } | undefined

  constructor(
    readonly database: Database,
    readonly development: boolean,
    readonly endpoints: readonly Endpoint[],
    readonly record: ArenaRecord,
  ) {}

  async snapshot(): Promise<State> {
    return snapshotEverything(this.database)
  }

  changes(before: State, after: State): RowChange[] {
    return difference(before, after, { ...this.database.keys, [MAIL]: ['id'] })
  }

  /** Restores the baseline. Writes nothing if nothing has changed. */
  async restore(current: State): Promise<void> {
    await restoreEverything(this.database, this.record.baseline, current)
    this.ready = undefined
  }

  /**
   * Returns the state before each shot at this row. It stays between shots until `restore`, because preparing it costs more
   * than most shots.
   */
  async readyFor({ fresh, twoFactor, withoutPassword, linked, impersonating }: Needs): Promise<State> {
    const wanted = { fresh, twoFactor, withoutPassword, linked, impersonating }
    const needs = JSON.stringify(wanted)
    if (this.ready?.needs === needs) return this.ready.state
    if (this.ready) await this.restore(await this.snapshot())
    await this.prepare(wanted)
    const state = Object.values(wanted).some(Boolean) ? await this.snapshot() : this.record.baseline
    this.ready = { needs, state }
    return state
  }

  /** Restores the state before the last shot. */
  async undo(current: State): Promise<void> {
    await restoreEverything(this.database, this.ready?.state ?? this.record.baseline, current)
  }

  /** Makes everyone's session fresh for longer than any suite takes; normally that lasts ten minutes. */
  async confirmPasswords(): Promise<void> {
    await this.database.sql`UPDATE session SET proved_at = now() + interval '1 day'`
  }

  /** Turns two-factor authentication on for a person, or for everyone. */
  async giveTwoFactor(person?: Person): Promise<void> {
    const enrolments = Object.entries(this.record.twoFactor).filter(
      ([email]) => person === undefined || email === person,
    )
    await insertTwoFactor(
      this.database,
      enrolments.map(([, { row }]) => row),
    )
  }

  /** Brings everyone into the state that the row's callers need. */
  async prepare({ fresh, twoFactor, withoutPassword, linked, impersonating }: Needs): Promise<void> {
    if (withoutPassword || linked) await linkEveryone(this.database)
    if (withoutPassword) await takePasswords(this.database)
    if (twoFactor) await this.giveTwoFactor()
    if (fresh) await this.confirmPasswords()
    if (impersonating)
      await impersonate(this, { admin: 'root@gatehouse.test', person: impersonating, mode: 'read-only' })
  }

  /** Returns the code that a person's authenticator app shows now, or some time steps earlier or later. */
  codeOf(person: Person, step = 0): string {
    const enrolment = this.record.twoFactor[person]
    // When attacks are only listed, two-factor authentication isn't set up.
    return enrolment ? codeOf(enrolment.key, step) : '000000'
  }

  session(person: Person, kind: 'live' | 'signedOut' | 'expired' = 'live'): CookieRecipe {
    const recipe = this.record[kind][person]
    if (!recipe) throw new Error(`${person} is not signed in.`)
    return recipe
  }

  /** Returns an action's ID in the build. */
  actionId(file: string, exportName: string): string {
    const endpoint = this.endpoints.find(
      (candidate) => candidate.file === file && candidate.exportName === exportName,
    )
    if (!endpoint) throw new Error(`The build has no endpoint ${file}#${exportName}.`)
    return endpoint.id
  }

  rows(table: string): readonly DatabaseRow[] {
    const known = this.tables.get(table) ?? rowsOf(this.record.baseline[table])
    this.tables.set(table, known)
    return known
  }

  /** Returns the tables with audited organization rows. */
  tenantTables(): string[] {
    return Object.keys(this.record.baseline).filter(
      (table) => !unaudited.has(table) && this.rows(table).some((row) => row.organization_id),
    )
  }

  userId(email: string): string {
    return idOf(
      this.rows('user').find((row) => row.email === email),
      email,
    )
  }

  organizationId(slug: OrganizationSlug | typeof closedOrganization): string {
    return idOf(
      this.rows('organization').find((row) => row.slug === slug),
      slug,
    )
  }

  memberId(organization: OrganizationSlug, person: Person): string {
    const organizationId = this.organizationId(organization)
    const userId = this.userId(person)
    return idOf(
      this.rows('member').find((row) => row.organization_id === organizationId && row.user_id === userId),
      `${person} in ${organization}`,
    )
  }

  /** Runs SQL that changes someone's membership, after adding another owner in case they are the last. */
  async besideAnotherOwner(statement: (sql: Database['sql']) => Promise<unknown>): Promise<unknown> {
    const { sql } = this.database
    await sql`INSERT INTO member (organization_id, user_id, role)
      SELECT organization_id, ${this.userId('nomad@gatehouse.test')}, 'owner' FROM member WHERE role = 'owner'
      ON CONFLICT DO NOTHING`
    return statement(sql)
  }

  /** Returns the ID of a seeded custom role. */
  roleId(name: string): string {
    return idOf(
      this.rows('organization_role').find((row) => row.name === name),
      name,
    )
  }

  /** Returns the ID of the invitation for this email. */
  invitationId(email: string): string {
    return idOf(
      this.rows('invitation').find((row) => row.email === email),
      `invitation of ${email}`,
    )
  }

  row(table: string, id: string): DatabaseRow {
    const row = this.rows(table).find((candidate) => candidate.id === id)
    if (!row) throw new Error(`No ${table} ${id}.`)
    return row
  }
}

function idOf(row: DatabaseRow | undefined, what: string): string {
  if (typeof row?.id !== 'string') throw new Error(`The seed has no ${what}.`)
  return row.id
}

/** Reads the database and the mailbox, once the mail of earlier calls is in it. */
export async function snapshotEverything(database: Database): Promise<State> {
  await untilMailed(database.sql)
  return { ...(await database.snapshot()), [MAIL]: await snapshotMailbox(mailDirectory()) }
}

export async function restoreEverything(database: Database, state: State, current: State): Promise<void> {
  await database.restore(state, current)
  if (state[MAIL] !== current[MAIL]) await restoreMailbox(mailDirectory(), state[MAIL] ?? '[]')
}

export interface ServerUnderTest {
  database: Database
  development: boolean
  endpoints: Endpoint[]
}

export async function openServer(): Promise<ServerUnderTest> {
  const development = await isDevelopmentServer()
  if (development) await compilePages()
  const endpoints = readManifest(manifestFile(development))
  return { database: await openDatabase(databaseUrl()), development, endpoints }
}

/** The repository's root, which no reply may contain. */
export const repositoryDirectory = path.resolve(webDirectory, '../..')
