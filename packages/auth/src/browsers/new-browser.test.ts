import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { database } from '@kit/db/connection/client'
import { knownBrowser, session, twoFactor, user, verification } from '@kit/db/schema'
import { policies } from '@kit/rate-limit/policies'
import { changePassword } from '../passwords/change-password'
import { requestPasswordReset, resetPassword, signIn } from '../session/credentials'
import { getSession } from '../session/session'
import { forgetLimits } from '../testing/forget-limits'
import { asSignedIn } from '../testing/signed-in'
import { Browser, startWorld, tokenOf } from '../testing/testing'
import { codeAt, guard } from '../testing/two-factor'
import { signInWithCode } from '../two-factor/sign-in-with-code'
import { reportSignIn } from './report-sign-in'

const password = 'open-the-gate-2026'
const email = 'viewer@acme.test'
const subject = 'New sign-in to your account'
const invalid = { name: 'CredentialsError', code: 'INVALID_TOKEN' }

let world: Awaited<ReturnType<typeof startWorld>>

beforeAll(async () => {
  world = await startWorld()
})

afterAll(() => world.stop())

beforeEach(async () => {
  await forgetLimits()
  await database().delete(knownBrowser)
  await database().delete(verification)
})

const enter = (browser: Browser, secret = password) => browser.run(() => signIn({ email, password: secret }))

const reports = async () => (await world.mailTo(email)).filter((mail) => mail.subject === subject)

/** Signs in with an unknown browser, and returns it and the token of the mailed link. */
async function signedInElsewhere() {
  const browser = new Browser()
  await enter(browser)
  const [mail] = await reports()
  return { browser, token: tokenOf(mail) }
}

async function mailsOf(work: () => Promise<unknown>): Promise<number> {
  const before = (await reports()).length
  await work()
  return (await reports()).length - before
}

it('reports the first sign-in with a browser by mail, and no later one', async () => {
  const browser = new Browser()
  expect(await mailsOf(() => enter(browser))).toBe(1)
  expect(await mailsOf(() => enter(browser))).toBe(0)
  expect(await mailsOf(() => enter(new Browser()))).toBe(1)
})

it('reports a browser for each person that signs in with it', async () => {
  const browser = new Browser()
  await browser.run(() => signIn({ email: 'owner@acme.test', password }))
  expect(await mailsOf(() => enter(browser))).toBe(1)
})

it('sends one mail for parallel sign-ins with a browser', async () => {
  const browser = new Browser()
  await enter(browser)
  await database().delete(knownBrowser)
  await database().delete(session)
  expect(await mailsOf(() => Promise.all([1, 2, 3, 4].map(() => enter(browser.copy()))))).toBe(1)
})

it('names the browser and its location, and nothing else that the caller sent', async () => {
  await enter(new Browser())
  const [mail] = await reports()
  expect(mail?.text).toContain('An unknown browser, at 20')
  expect(mail?.text).toContain('http://localhost:3000/not-me?token=')
})

it('sends no mail after a wrong password', async () => {
  expect(await mailsOf(() => enter(new Browser(), 'close-the-gate-2026').catch(() => {}))).toBe(0)
  expect(await database().select().from(knownBrowser)).toEqual([])
})

it('sends no mail when a password change renews the session', async () => {
  const browser = new Browser()
  await enter(browser)
  browser.cookies.delete('gatehouse.browser')
  const work = () =>
    asSignedIn(browser, ({ user: current }) =>
      changePassword(
        { user: current, requestId: 'r1' },
        { currentPassword: password, newPassword: password },
      ),
    )
  expect(await mailsOf(work)).toBe(0)
})

it('limits how often one caller can cause the mail, but not the sign-ins', async () => {
  const { limit } = policies['signInMail.mailbox']
  const enterOften = async () => {
    for (let times = 0; times < limit + 3; times += 1) {
      const browser = new Browser()
      await enter(browser)
      expect(await browser.run(getSession)).not.toBeNull()
    }
  }
  expect(await mailsOf(enterOften)).toBe(limit)
})

it('keeps a random ID in a cookie that scripts cannot read, and stores its hash', async () => {
  const browser = new Browser()
  await enter(browser)
  const cookie = browser.cookies.get('gatehouse.browser')
  expect(cookie?.value).toMatch(/^[\w-]{43}$/)
  expect(cookie?.options).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/' })
  const rows = JSON.stringify(await database().select().from(knownBrowser))
  expect(rows).not.toContain(cookie?.value)
})

it.each(['', 'x', '../..', '\0', 'a'.repeat(5000)])(
  'treats the cookie %j as a new browser',
  async (value) => {
    const browser = new Browser()
    browser.set('gatehouse.browser', value)
    expect(await mailsOf(() => enter(browser))).toBe(1)
    expect(browser.cookies.get('gatehouse.browser')?.value).toMatch(/^[\w-]{43}$/)
  },
)

it('a report ends all sessions, blocks the password, forgets the browsers and leads to a new password', async () => {
  const { browser, token } = await signedInElsewhere()
  const owner = new Browser()
  await enter(owner)
  const { resetToken } = await reportSignIn(token, 'r1')
  expect(await browser.run(getSession)).toBeNull()
  expect(await owner.run(getSession)).toBeNull()
  await expect(enter(browser)).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' })
  expect(await database().select().from(knownBrowser)).toEqual([])

  await new Browser().run(() => resetPassword({ token: resetToken, password }, 'r1'))
  expect(await mailsOf(() => enter(browser))).toBe(1)
  expect(await browser.run(getSession)).not.toBeNull()
})

async function accountAgain(resetToken: string): Promise<void> {
  await new Browser().run(() => resetPassword({ token: resetToken, password }, 'r1'))
}

it('a report turns off two-factor authentication that a stranger turned on, by either email', async () => {
  const turnedOn = 'Two-factor authentication is on'
  for (const which of [subject, turnedOn]) {
    const { token } = await signedInElsewhere()
    const stranger = await guard(email, password)
    const undo = (await world.mailTo(email)).find((mail) => mail.subject === turnedOn)
    const { resetToken } = await reportSignIn(which === subject ? token : tokenOf(undo), 'r1')
    expect(await stranger.browser.run(getSession)).toBeNull()
    await accountAgain(resetToken)
    expect(await enter(new Browser())).toBe('signed-in')
    expect((await world.mailTo(email)).map((mail) => mail.subject)).toContain(
      'Two-factor authentication is off',
    )
  }
})

it('a report leaves two-factor authentication on that was on before the sign-in', async () => {
  const { browser: owner, key } = await guard(email, password)
  await database().delete(verification)
  const stranger = new Browser()
  await enter(stranger)
  await stranger.run(() => signInWithCode(codeAt(key)))
  const { resetToken } = await reportSignIn(tokenOf((await reports())[0]), 'r1')
  expect(await owner.run(getSession)).toBeNull()
  await accountAgain(resetToken)
  expect(await enter(new Browser())).toBe('code-pending')
  await database().delete(twoFactor)
})

it('works once, even for parallel calls and for the links of other sign-ins', async () => {
  const first = await signedInElsewhere()
  const { token } = await signedInElsewhere()
  const results = await Promise.allSettled([1, 2, 3].map(() => reportSignIn(token, 'r1')))
  const done = results.filter((result) => result.status === 'fulfilled')
  expect(done).toHaveLength(1)
  await expect(reportSignIn(token, 'r1')).rejects.toMatchObject(invalid)
  await expect(reportSignIn(first.token, 'r1')).rejects.toMatchObject(invalid)
  await accountAgain(done[0]?.value.resetToken ?? '')
})

it('still works after the stranger has changed the password', async () => {
  const { browser, token } = await signedInElsewhere()
  await asSignedIn(browser, ({ user: current }) =>
    changePassword(
      { user: current, requestId: 'r1' },
      { currentPassword: password, newPassword: 'a-stolen-pass-word' },
    ),
  )
  const { resetToken } = await reportSignIn(token, 'r1')
  expect(await browser.run(getSession)).toBeNull()
  await accountAgain(resetToken)
})

it('revokes reset links that were mailed before', async () => {
  const { token } = await signedInElsewhere()
  await new Browser().run(() => requestPasswordReset(email))
  const before = tokenOf((await world.mailTo(email))[0])
  const { resetToken } = await reportSignIn(token, 'r1')
  const use = () => new Browser().run(() => resetPassword({ token: before, password }, 'r1'))
  await expect(use()).rejects.toMatchObject(invalid)
  await accountAgain(resetToken)
})

it('refuses a link that has expired, is made up, or was sent to an earlier email', async () => {
  const { browser, token } = await signedInElsewhere()
  await database()
    .update(verification)
    .set({ expiresAt: new Date(0) })
  await expect(reportSignIn(token, 'r1')).rejects.toMatchObject(invalid)
  await expect(reportSignIn('made-up', 'r1')).rejects.toMatchObject(invalid)
  await database()
    .update(verification)
    .set({ expiresAt: new Date(Date.now() + 60_000) })
  await database().update(user).set({ email: 'viewer@elsewhere.test' }).where(eq(user.email, email))
  await expect(reportSignIn(token, 'r1')).rejects.toMatchObject(invalid)
  await database().update(user).set({ email }).where(eq(user.email, 'viewer@elsewhere.test'))
  expect(await browser.run(getSession)).not.toBeNull()
})
