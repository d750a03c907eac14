import { createHash, randomBytes } from 'node:crypto'

import { blackPng } from '@kit/auth/testing/png'
import { actionRequest } from '../http/action-call'
import { mailDirectory } from '../app/environment'
import { mailedToken, readMessages, restoreMailbox } from '../state/mailbox'
import { untilMailed } from '../state/outbox'
import { demoPassword, people, type Person } from '../app/people'
import { send } from '../http/raw-http'
import { solutionFor } from '../state/solutions'
import { FormFields, Upload } from '../http/reply-encoding'
import {
  actionIds,
  addGuarded,
  enrolEveryone,
  givePassword,
  guarded,
  insertBackupCodes,
  insertTwoFactor,
} from './two-factor'
import { givePasswords, takePasswords } from './methods'
import { addPasskeys } from './passkeys'
import { addBystanders, addLockedOut } from './bystanders'
import { parseSessionCookie, signIn } from '../app/sessions'
import {
  invitedEmail,
  MAIL,
  moved,
  newcomer,
  REPORTER,
  snapshotEverything,
  WITHOUT_PASSWORD,
  type ArenaRecord,
  type ServerUnderTest,
} from './arena'
import type { CookieRecipe } from '../http/curl'
import type { Database } from '../state/database'
import type { Endpoint } from '../app/manifest'

const AUTH = 'src/features/auth/actions.ts'
const ACCOUNT = 'src/features/account/actions.ts'
const AVATARS = 'src/features/avatars/actions.ts'
const CONFIRMATION = 'src/features/confirmation/actions.ts'
const MAIL_FEATURE = 'src/features/mail/actions.ts'

/** Signs everyone in through the app and requests the mailed links that attacks misuse. */
export async function setUp({ database, endpoints }: ServerUnderTest): Promise<ArenaRecord> {
  const initial = await snapshotEverything(database)
  await database.resetCounters()
  await addGuarded(database)
  await addBystanders(database)
  const { twoFactor, signedOut } = await enrolEveryone(database, actionIds(endpoints))
  await untilMailed(database.sql)
  await restoreMailbox(mailDirectory(), initial[MAIL] ?? '[]')
  const call = (exportName: string, fields: Record<string, string>) =>
    send(
      actionRequest({ id: authId(endpoints, exportName), page: '/sign-in' }, [
        {},
        new FormFields(Object.entries(fields)),
      ]),
    )
  const browsers: Record<string, string> = {}
  const signInEveryone = () =>
    forEveryPerson(async (person) => {
      const { browser, ...recipe } = await signIn(authId(endpoints, 'signInAction'), person, {
        browser: browsers[person],
      })
      browsers[person] = browser
      return recipe
    })

  const expired = await signInEveryone()
  const tokens = Object.values(expired).map(({ cookie }) => parseSessionCookie(cookie).token)
  await database.sql`UPDATE session SET expires_at = now() - interval '1 minute' WHERE token IN ${database.sql(tokens)}`

  const live = await signInEveryone()
  // So that no attack is the first use in minutes, which would be recorded.
  await database.sql`UPDATE session SET last_seen_at = now() + interval '1 day'`

  await call('signUpAction', { ...newcomer, captcha: solutionFor('auth.signUp') })
  const captcha = solutionFor('auth.requestPasswordReset')
  await call('requestPasswordResetAction', { email: 'viewer@acme.test', captcha })
  const change = { id: idOf(endpoints, ACCOUNT, 'requestEmailChangeAction'), page: '/account/email' }
  const Cookie = live['editor@acme.test']?.cookie ?? ''
  await send(actionRequest({ ...change, headers: { Cookie } }, [{}, new FormFields([['email', moved]])]))
  await invite(endpoints, live)
  const magicLink = solutionFor('auth.requestMagicLink')
  await call('requestMagicLinkAction', { email: invitedPerson, next: '/account', captcha: magicLink })
  const mailedCode = await codeFor(database, endpoints, live[WITHOUT_PASSWORD])
  const mailed = (to: string, page: string) => eventually(() => mailedToken(mailDirectory(), to, page))
  const links = {
    verify: await mailed(newcomer.email, '/verify-email'),
    signUp: await signUpCookie(database),
    reset: await mailed('viewer@acme.test', '/reset-password'),
    changeEmail: await mailed(moved, '/account/confirm-email'),
    invited: await mailed(invitedPerson, '/invitations'),
    invitedNewcomer: await mailed(invitedEmail, '/invitations'),
    magicLink: await mailed(invitedPerson, '/sign-in/link'),
    mailedCode,
    reportSignIn: await mailed(REPORTER, '/not-me'),
    mailLink: await mailed(invitedEmail, '/report-email'),
    blockedMailLink: await mailed(moved, '/report-email'),
    resetMailLink: await mailed('viewer@acme.test', '/report-email'),
  }
  const block = { id: idOf(endpoints, MAIL_FEATURE, 'blockMailAction'), page: '/report-email', headers: {} }
  const blocked = Object.entries({ token: links.blockedMailLink, scope: 'sender' })
  await send(actionRequest(block, [{}, new FormFields(blocked)]))
  // Everyone's first sign-in was reported by mail.
  await untilMailed(database.sql)
  await addAvatar(endpoints, live['editor@acme.test'])
  await addPasskeys(database)
  await addLockedOut(database)
  const challenge = await turnOnTwoFactor(database, endpoints, { twoFactor, live })
  const baseline = await snapshotEverything(database)
  return { initial, baseline, live, signedOut, expired, tokens: links, twoFactor, challenge }
}

/** Gives someone a picture. */
async function addAvatar(endpoints: readonly Endpoint[], session: CookieRecipe | undefined): Promise<void> {
  const id = idOf(endpoints, AVATARS, 'setAvatarAction')
  const headers = { Cookie: session?.cookie ?? '' }
  const form = new FormFields([['picture', new Upload('me.png', 'image/png', blackPng(8))]])
  await send(actionRequest({ id, page: '/account', headers }, [{}, form]))
}

/** Mails a code to someone whose password is temporarily removed. */
async function codeFor(
  database: Database,
  endpoints: readonly Endpoint[],
  session: CookieRecipe | undefined,
): Promise<string> {
  const passwords = await database.sql`SELECT id, password FROM account WHERE password IS NOT NULL`
  await takePasswords(database)
  const id = idOf(endpoints, CONFIRMATION, 'mailCodeAction')
  const headers = { Cookie: session?.cookie ?? '' }
  await send(actionRequest({ id, page: '/account/security/confirm', headers }, [{}, new FormFields([])]))
  await givePasswords(database, passwords)
  // The suite runs longer than a code stays valid.
  await database.sql`UPDATE verification SET expires_at = now() + interval '1 day' WHERE value LIKE 'mailed-code:%' OR value LIKE '%:magic-link:%'`
  return eventually(async () => {
    const messages = await readMessages(mailDirectory())
    const mail = messages.find(({ to, subject }) => to === WITHOUT_PASSWORD && subject.includes('code'))
    const code = /^[a-z0-9]{5}-[a-z0-9]{5}$/m.exec(mail?.text ?? '')?.[0]
    if (code === undefined) throw new Error('No code was mailed.')
    return code
  })
}

/** Their live session shows a key that isn't confirmed. */
const settingUp = 'admin@acme.test'

/** Leaves one person with two-factor authentication and a pending sign-in, the super-admin with it, and one setting it up. */
async function turnOnTwoFactor(
  database: Database,
  endpoints: readonly Endpoint[],
  { twoFactor, live }: Pick<ArenaRecord, 'twoFactor' | 'live'>,
): Promise<CookieRecipe> {
  const enrolmentOf = (person: Person) => {
    const enrolment = twoFactor[person]
    if (!enrolment) throw new Error(`${person} has no two-factor authentication.`)
    return enrolment
  }
  const rows = ([guarded, 'root@gatehouse.test'] as const).map((person) => enrolmentOf(person).row)
  const { token } = parseSessionCookie(live[settingUp]?.cookie ?? '')
  const [session] = await database.sql<{ id: string }[]>`SELECT id FROM session WHERE token = ${token}`
  const pending = { ...enrolmentOf(settingUp).row, enabled_at: null, set_up_session: session?.id }
  await insertTwoFactor(database, [...rows, pending])
  // The suite takes longer than a key can be confirmed.
  await database.sql`UPDATE two_factor SET created_at = now() + interval '1 day' WHERE enabled_at IS NULL`
  await insertBackupCodes(database, enrolmentOf(guarded).backupCodes)
  await database.resetCounters()
  const challenge = await givePassword(authId(endpoints, 'signInAction'), guarded, demoPassword)
  await database.sql`UPDATE sign_in_challenge SET expires_at = now() + interval '1 day'`
  return challenge
}

/** Gives the newcomer's sign-up a secret that the attacks know, and returns the cookie with it. */
async function signUpCookie({ sql }: ServerUnderTest['database']): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  const identifier = createHash('sha256').update(`sign-up:${secret}`).digest('base64url')
  const { count } = await sql`
    UPDATE verification SET identifier = ${identifier} FROM "user"
    WHERE "user".email = ${newcomer.email} AND verification.value = 'sign-up:' || "user".id`
  if (count !== 1) throw new Error('The sign-up was not remembered for its browser.')
  return `gatehouse.sign_up=${secret}.${newcomer.email}`
}

const invitedPerson = 'nomad@gatehouse.test'

/** Acme's owner invites a person with an account and one without. */
async function invite(endpoints: readonly Endpoint[], live: Record<string, CookieRecipe>): Promise<void> {
  const id = idOf(endpoints, 'src/features/invitations/actions.ts', 'createInvitationAction')
  const headers = { Cookie: live['owner@acme.test']?.cookie ?? '' }
  for (const email of [invitedPerson, invitedEmail]) {
    const fields = new FormFields(Object.entries({ organization: 'acme', email, role: 'editor' }))
    await send(actionRequest({ id, page: '/acme/members/invitations', headers }, [{}, fields]))
  }
}

const authId = (endpoints: readonly Endpoint[], exportName: string) => idOf(endpoints, AUTH, exportName)

function idOf(endpoints: readonly Endpoint[], file: string, exportName: string): string {
  const endpoint = endpoints.find(
    (candidate) => candidate.file === file && candidate.exportName === exportName,
  )
  if (!endpoint) throw new Error(`The build has no endpoint ${file}#${exportName}.`)
  return endpoint.id
}

async function forEveryPerson(
  make: (person: Person) => Promise<CookieRecipe>,
): Promise<Record<string, CookieRecipe>> {
  const made: Record<string, CookieRecipe> = {}
  for (const person of people) made[person] = await make(person)
  return made
}

/** Counted rather than timed, so a machine whose reads are slow gets more time. */
const MOST_READS = 1000

/** Retries, because mail may be written after the reply. */
export async function eventually<T>(read: () => Promise<T>): Promise<T> {
  for (let reads = 1; ; reads += 1) {
    try {
      return await read()
    } catch (error) {
      if (reads === MOST_READS) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}
