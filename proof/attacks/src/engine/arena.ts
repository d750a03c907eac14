import path from 'node:path'

import { openDatabase, type Database } from '../state/database'
import { difference, rowsOf, type DatabaseRow, type RowChange, type State } from '../state/difference'
import { databaseUrl, mailDirectory, webDirectory } from '../app/environment'
import { compilePages, isDevelopmentServer, manifestFile, readManifest, type Endpoint } from '../app/manifest'
import { restoreMailbox, snapshotMailbox } from '../state/mailbox'
import type { CookieRecipe } from '../http/curl'
import type { OrganizationSlug, Person } from '../app/people'

/** What the arena knows once it is set up; plain data, so that a worker that is started again can take it over. */
export interface ArenaRecord {
  /** As the database was found, and is left. */
  initial: State
  /** Everybody signed in, links mailed: where every attack begins. */
  baseline: State
  /** Sessions by the e-mail address of who has, or had, them. */
  live: Record<string, CookieRecipe>
  signedOut: Record<string, CookieRecipe>
  expired: Record<string, CookieRecipe>
  tokens: Tokens
}

export interface Tokens {
  /** Mailed to `newcomer`, who has not followed it. */
  verify: string
  /** Mailed to the viewer of Acme, who has not used it. */
  reset: string
  /** Mailed to `moved` for the editor of Acme, who has not followed it. */
  changeEmail: string
  /** Mailed to the nomad, whom Acme invites as editor. */
  invited: string
  /** Mailed to an address that has no account, which Acme invites as editor. */
  invitedNewcomer: string
}

export const MAIL = 'mail'

/** Signed up, and not verified. */
export const newcomer = {
  name: 'New Comer',
  email: 'newcomer@attack.test',
  password: 'a-newcomers-pass-word',
}

/** Where the editor of Acme wants their account to have its address. */
export const moved = 'moved@attack.test'

/** Hold rows of organizations, and are a record themselves. */
const unaudited: ReadonlySet<string> = new Set(['audit_event', 'security_event', 'claimed_slug'])

/** The app under test, its database, and the people who call it. */
export class Arena {
  private readonly tables = new Map<string, DatabaseRow[]>()

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

  /** Back to the baseline; nothing is written when nothing has changed. */
  async restore(current: State): Promise<void> {
    await restoreEverything(this.database, this.record.baseline, current)
  }

  /** Confirms everyone's password now: a confirmation lasts ten minutes, and the suite takes longer. */
  async confirmPasswords(): Promise<void> {
    await this.database.sql`UPDATE session SET proved_at = now()`
  }

  session(person: Person, kind: 'live' | 'signedOut' | 'expired' = 'live'): CookieRecipe {
    const recipe = this.record[kind][person]
    if (!recipe) throw new Error(`Nobody signed ${person} in.`)
    return recipe
  }

  /** The id that the build gave to an action. */
  actionId(file: string, exportName: string): string {
    const endpoint = this.endpoints.find(
      (candidate) => candidate.file === file && candidate.exportName === exportName,
    )
    if (!endpoint) throw new Error(`The build has no endpoint ${file}#${exportName}.`)
    return endpoint.id
  }

  rows(table: string): DatabaseRow[] {
    const known = this.tables.get(table) ?? rowsOf(this.record.baseline[table])
    this.tables.set(table, known)
    return known
  }

  /** The tables of which some organization has audited rows. */
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

  organizationId(slug: OrganizationSlug): string {
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

  /** Takes somebody's role or membership by SQL; where they are the last owner, that needs another one first. */
  async besideAnotherOwner(statement: (sql: Database['sql']) => Promise<unknown>): Promise<unknown> {
    const { sql } = this.database
    await sql`INSERT INTO member (organization_id, user_id, role)
      SELECT organization_id, ${this.userId('nomad@gatehouse.test')}, 'owner' FROM member WHERE role = 'owner'
      ON CONFLICT DO NOTHING`
    return statement(sql)
  }

  /** The id of a role that the seed made in some organization. */
  roleId(name: string): string {
    return idOf(
      this.rows('organization_role').find((row) => row.name === name),
      name,
    )
  }

  /** The invitation of this address. */
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

export async function snapshotEverything(database: Database): Promise<State> {
  return { ...(await database.snapshot()), [MAIL]: await snapshotMailbox(mailDirectory()) }
}

export async function restoreEverything(database: Database, state: State, current: State): Promise<void> {
  const changed = Object.keys(state).filter((table) => state[table] !== current[table])
  if (changed.some((table) => table !== MAIL)) await database.restore(state, changed)
  if (changed.includes(MAIL)) await restoreMailbox(mailDirectory(), state[MAIL] ?? '[]')
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

/** The folder above all packages, which no reply may name. */
export const repositoryDirectory = path.resolve(webDirectory, '../..')
