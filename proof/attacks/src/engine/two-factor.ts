import { TOTP } from 'otpauth'

import { people, type Person } from '../app/people'
import { cookiesOf, signIn } from '../app/sessions'
import { actionRequest } from '../http/action-call'
import { cookieShell, type CookieRecipe } from '../http/curl'
import { baseUrl } from '../app/environment'
import { send } from '../http/raw-http'
import { FormFields } from '../http/reply-encoding'
import type { Endpoint } from '../app/manifest'
import type { Database } from '../state/database'
import type { DatabaseRow } from '../state/difference'

/** A person's two-factor authentication as stored, and the key in their authenticator app. */
export interface Enrolment {
  key: string
  row: DatabaseRow
  backupCodes: DatabaseRow[]
}

export const guarded = 'guarded@attack.test'

const PAGE = '/account/security/two-factor'
const PERIOD_MS = 30_000

/** Returns the code of the current time step, or of an earlier or later one. */
export function codeOf(key: string, step = 0): string {
  return new TOTP({ secret: key }).generate({ timestamp: Date.now() + step * PERIOD_MS })
}

/** Adds a person with the password of a demo person. */
export async function addGuarded({ sql }: Database): Promise<void> {
  await sql`WITH person AS (
      INSERT INTO "user" (name, email, email_verified, created_at)
      VALUES ('Guarded', ${guarded}, true, now() - interval '70 days') RETURNING id
    )
    INSERT INTO account (user_id, account_id, provider_id, password)
    SELECT person.id, person.id, 'credential', account.password
    FROM person, account JOIN "user" nomad ON nomad.id = account.user_id
    WHERE nomad.email = 'nomad@gatehouse.test'`
}

interface Enrolled {
  twoFactor: Record<string, Enrolment>
  /** The sessions in which they turned it on, and signed out. */
  signedOut: Record<string, CookieRecipe>
}

/** Turns two-factor authentication on for everyone, through the app, keeps what it stored, and takes it out again. */
export async function enrolEveryone(
  database: Database,
  idOf: (file: string, exportName: string) => string,
): Promise<Enrolled> {
  const twoFactor: Record<string, Enrolment> = {}
  const signedOut: Record<string, CookieRecipe> = {}
  for (const person of people) {
    const { cookie, shell } = await signIn(idOf('auth', 'signInAction'), person)
    twoFactor[person] = await enrol(database, person, { idOf, cookie })
    const signOut = { id: idOf('auth', 'signOutAction'), page: '/account', headers: { Cookie: cookie } }
    await send(actionRequest(signOut, [new FormFields([])]))
    signedOut[person] = { cookie, shell }
  }
  const [left] =
    await database.sql`SELECT count(*)::int AS n FROM session WHERE user_id IN (SELECT user_id FROM two_factor)`
  if (left?.n !== 0) throw new Error('Signing out ended no session.')
  await database.sql`DELETE FROM two_factor`
  await database.sql`DELETE FROM backup_code`
  await database.sql`DELETE FROM session`
  await database.sql`DELETE FROM known_browser`
  await database.sql`DELETE FROM verification`
  await database.resetCounters()
  return { twoFactor, signedOut }
}

async function enrol(
  { sql }: Database,
  person: Person,
  { idOf, cookie }: { idOf: (file: string, exportName: string) => string; cookie: string },
): Promise<Enrolment> {
  const headers = { Cookie: cookie }
  const call = (exportName: string, fields: [string, string][]) =>
    send(
      actionRequest({ id: idOf('two-factor', exportName), page: PAGE, headers }, [
        {},
        new FormFields(fields),
      ]),
    )
  await call('startTwoFactorAction', [])
  const { body } = await send({ method: 'GET', path: PAGE, headers })
  const key = /data-key="([A-Z2-7]+)"/.exec(body)?.[1]
  if (!key) throw new Error(`The page shows ${person} no key.`)
  await call('confirmTwoFactorAction', [['oneTimeCode', codeOf(key)]])
  const [row] = await sql<{ stored: DatabaseRow }[]>`
    SELECT to_jsonb(t) || '{"last_step": 0}' AS stored FROM two_factor t JOIN "user" u ON u.id = t.user_id
    WHERE u.email = ${person} AND t.enabled_at IS NOT NULL`
  if (!row) throw new Error(`${person} could not turn on two-factor authentication.`)
  const codes = await sql<{ stored: DatabaseRow }[]>`
    SELECT to_jsonb(c) AS stored FROM backup_code c JOIN "user" u ON u.id = c.user_id WHERE u.email = ${person}`
  return { key, row: row.stored, backupCodes: codes.map(({ stored }) => stored) }
}

/** Turns two-factor authentication on for some people, in the database. */
export async function insertTwoFactor({ sql }: Database, rows: readonly DatabaseRow[]): Promise<void> {
  const stored = JSON.stringify(rows)
  await sql`DELETE FROM two_factor WHERE user_id IN (
    SELECT user_id FROM jsonb_populate_recordset(NULL::two_factor, ${stored}::text::jsonb))`
  await sql`INSERT INTO two_factor SELECT * FROM jsonb_populate_recordset(NULL::two_factor, ${stored}::text::jsonb)`
}

export async function insertBackupCodes({ sql }: Database, rows: readonly DatabaseRow[]): Promise<void> {
  await sql`INSERT INTO backup_code
    SELECT * FROM jsonb_populate_recordset(NULL::backup_code, ${JSON.stringify(rows)}::text::jsonb)`
}

/** Gives the password of a person with two-factor authentication. Their code is pending then. */
export async function givePassword(signInId: string, email: string, password: string): Promise<CookieRecipe> {
  const fields = new FormFields([
    ['email', email],
    ['password', password],
  ])
  const request = actionRequest({ id: signInId, page: '/sign-in' }, [{}, fields])
  const cookie = cookiesOf(await send(request))
  if (!cookie.includes('sign_in_challenge=')) throw new Error(`The app asks ${email} for no code.`)
  return { cookie, shell: cookieShell(request, baseUrl().origin) }
}

/** The ID of an action by its feature. */
export function actionIds(endpoints: readonly Endpoint[]) {
  return (feature: string, exportName: string): string => {
    const file = `src/features/${feature}/actions.ts`
    const endpoint = endpoints.find((one) => one.file === file && one.exportName === exportName)
    if (!endpoint) throw new Error(`The build has no endpoint ${file}#${exportName}.`)
    return endpoint.id
  }
}
