import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { database } from '@kit/db/connection/client'
import { user, verification } from '@kit/db/schema'
import { policies } from '@kit/rate-limit/policies'
import { signIn, signUp } from '../session/credentials'
import { getSession } from '../session/session'
import { forgetLimits } from '../testing/forget-limits'
import { Browser, startWorld, tokenOf } from '../testing/testing'
import { finishSignUp, isSignUpOfBrowser, resendVerification } from './finish-sign-up'

const password = 'a-quiet-garden-wall'
const invalid = { name: 'CredentialsError', code: 'INVALID_TOKEN' }
const cookie = 'gatehouse.sign_up'

let world: Awaited<ReturnType<typeof startWorld>>
let count = 0
let email: string
let browser: Browser
let token: string

const join = (as: Browser, to = email) => as.run(() => signUp({ name: 'Ada', email: to, password }))
const finish = (as: Browser, link = token) => as.run(() => finishSignUp(link))
const links = async () => (await world.mailTo(email)).filter(({ subject }) => subject === 'Verify your email')

beforeAll(async () => {
  world = await startWorld()
})

afterAll(() => world.stop())

beforeEach(async () => {
  await forgetLimits()
  count += 1
  email = `person${count}@example.test`
  browser = new Browser()
  await join(browser)
  token = tokenOf((await links())[0])
})

const isVerified = async () =>
  (await database().select().from(user).where(eq(user.email, email)))[0]?.emailVerified

it('verifies and signs in, in the browser that signed up, without a mail about it', async () => {
  expect(await browser.run(() => isSignUpOfBrowser(token))).toBe(true)
  await finish(browser)
  expect(await isVerified()).toBe(true)
  expect((await browser.run(getSession))?.user.email).toBe(email)
  expect(await world.mailTo(email)).toHaveLength(1)
  expect(browser.cookies.has(cookie)).toBe(false)

  // Not fresh, because no password was entered. The browser is known from now on.
  expect((await browser.run(getSession))?.session.confirmedAt).toBeNull()
  await browser.run(() => signIn({ email, password }))
  expect(await world.mailTo(email)).toHaveLength(1)
})

it('does not work in any other browser', async () => {
  const other = new Browser()
  expect(await other.run(() => isSignUpOfBrowser(token))).toBe(false)
  await expect(finish(other)).rejects.toMatchObject(invalid)
  await join(other, 'someone@else.test')
  await expect(finish(other)).rejects.toMatchObject(invalid)
  other.set(cookie, `${'A'.repeat(43)}.${email}`)
  await expect(finish(other)).rejects.toMatchObject(invalid)
  expect(await isVerified()).toBe(false)
  expect(other.isSignedIn).toBe(false)
})

it('does not let the owner of the mailbox activate a stranger’s password by signing up as well', async () => {
  const owner = new Browser()
  await join(owner)
  expect(owner.cookies.has(cookie)).toBe(true)
  expect(await owner.run(() => isSignUpOfBrowser(token))).toBe(false)
  await expect(finish(owner)).rejects.toMatchObject(invalid)
  expect(await isVerified()).toBe(false)
})

it('works once, even for parallel calls', async () => {
  const twins = [browser.copy(), browser.copy(), browser.copy()]
  const results = await Promise.allSettled(twins.map((twin) => finish(twin)))
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(twins.filter(({ isSignedIn }) => isSignedIn)).toHaveLength(1)
})

it('refuses another email’s link, and keeps its own usable', async () => {
  const other = new Browser()
  const mine = email
  email = `other-${mine}`
  await join(other)
  const theirs = tokenOf((await links())[0])
  email = mine
  await expect(finish(browser, theirs)).rejects.toMatchObject(invalid)
  await expect(finish(browser, 'made-up')).rejects.toMatchObject(invalid)
  await finish(browser)
  expect(await isVerified()).toBe(true)
})

it('refuses when the cookie’s time is over, the email is verified, or the user is banned', async () => {
  await database()
    .update(verification)
    .set({ expiresAt: new Date(0) })
  await expect(finish(browser)).rejects.toMatchObject(invalid)
  await database()
    .update(verification)
    .set({ expiresAt: new Date(Date.now() + 60_000) })
  await database().update(user).set({ emailVerified: true }).where(eq(user.email, email))
  await expect(finish(browser)).rejects.toMatchObject(invalid)
  await database().update(user).set({ emailVerified: false, banned: true }).where(eq(user.email, email))
  await expect(finish(browser)).rejects.toMatchObject({ code: 'ACCOUNT_BANNED' })
  expect(browser.isSignedIn).toBe(false)
})

it('mails the link again, only to the account made in this browser, and only a limited number of times', async () => {
  await browser.run(resendVerification)
  expect(await links()).toHaveLength(2)
  const [latest] = await links()
  const { limit } = policies['verificationMail.mailbox']
  for (let times = 0; times < limit + 2; times += 1) await browser.run(resendVerification)
  expect(await links()).toHaveLength(limit)
  const other = new Browser()
  await forgetLimits()
  await join(other)
  await other.run(resendVerification)
  await new Browser().run(resendVerification)
  expect(await links()).toHaveLength(limit)
  await finish(browser, tokenOf(latest))
  await browser.run(resendVerification)
  expect(await links()).toHaveLength(limit)
})
