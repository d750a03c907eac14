import { createEmailVerificationToken } from 'better-auth/api'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { database } from '@kit/db/connection/client'
import { user } from '@kit/db/schema'
import { env } from '@kit/env'
import { requestPasswordReset, resetPassword, signIn, signUp, verifyEmail } from '../session/credentials'
import { getSession } from '../session/session'
import { Browser, startWorld, tokenOf } from '../testing/testing'

const password = 'a-quiet-garden-wall'
const invalid = { name: 'CredentialsError', code: 'INVALID_TOKEN' }

let world: Awaited<ReturnType<typeof startWorld>>
let count = 0
let email: string
let token: string

beforeAll(async () => {
  world = await startWorld()
})

afterAll(() => world.stop())

beforeEach(async () => {
  count += 1
  email = `person${count}@example.test`
  await new Browser().run(() => signUp({ name: 'Person', email, password }))
  token = tokenOf((await world.mailTo(email))[0])
})

async function isVerified(of: string): Promise<boolean | undefined> {
  const [found] = await database().select().from(user).where(eq(user.email, of))
  return found?.emailVerified
}

const verify = (value: string, browser = new Browser()) =>
  browser.run(() => verifyEmail({ token: value, password }))

it('verifies the email, which can then sign in, and starts no session', async () => {
  const browser = new Browser()
  await verify(token, browser)
  expect(await isVerified(email)).toBe(true)
  expect(browser.cookies.size).toBe(0)
  await browser.run(() => signIn({ email, password }))
  expect((await browser.run(getSession))?.user).toMatchObject({ email, emailVerified: true })
})

it('works twice', async () => {
  await verify(token)
  await expect(verify(token)).resolves.toBeUndefined()
})

it('in another user’s session changes neither that session nor that user', async () => {
  const browser = new Browser()
  await browser.run(() => signIn({ email: 'editor@globex.test', password: 'open-the-gate-2026' }))
  const before = await browser.run(getSession)
  const cookies = new Map(browser.cookies)
  await verify(token, browser)
  expect(await isVerified(email)).toBe(true)
  expect(browser.cookies).toEqual(cookies)
  expect(await browser.run(getSession)).toEqual(before)
})

it('refuses a token that has expired', async () => {
  await expect(
    verify(await createEmailVerificationToken(env().BETTER_AUTH_SECRET, email, undefined, -1)),
  ).rejects.toMatchObject(invalid)
  expect(await isVerified(email)).toBe(false)
})

it('refuses a token of a deleted user', async () => {
  await database().delete(user).where(eq(user.email, email))
  await expect(verify(token)).rejects.toMatchObject(invalid)
})

it('refuses the token of an earlier user with the same email', async () => {
  await database().delete(user).where(eq(user.email, email))
  await new Browser().run(() => signUp({ name: 'Other', email, password }))
  await expect(verify(token)).rejects.toMatchObject(invalid)
  expect(await isVerified(email)).toBe(false)
})

it('refuses a reset token', async () => {
  await new Browser().run(() => requestPasswordReset(email))
  const reset = tokenOf((await world.mailTo(email))[0])
  await expect(verify(reset)).rejects.toMatchObject(invalid)
  expect(await isVerified(email)).toBe(false)
})

it.each([
  [
    'signed with another secret',
    async () => createEmailVerificationToken('another-secret-0123456789-0123456789', email),
  ],
  ['not signed', () => `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify({ email }))}.`],
  ['cut short', () => token.slice(0, -3)],
  [
    'for another email',
    () => [token.split('.')[0], btoa('{"email":"owner@acme.test"}'), token.split('.')[2]].join('.'),
  ],
  ['empty', () => ''],
  ['a NUL', () => '\0'],
])('refuses a token that is %s', async (_what, forge) => {
  await expect(verify(await forge())).rejects.toMatchObject(invalid)
  expect(await isVerified(email)).toBe(false)
})

it('does not activate a password that someone else chose for the email', async () => {
  const mine = 'the-one-that-i-chose'
  // The owner signs up as well and follows the link that the stranger's sign-up caused.
  await new Browser().run(() => signUp({ name: 'Owner', email, password: mine }))
  await expect(new Browser().run(() => verifyEmail({ token, password: mine }))).rejects.toMatchObject({
    code: 'WRONG_PASSWORD',
  })
  expect(await isVerified(email)).toBe(false)
})

it('is not needed after a reset, which also verifies the email', async () => {
  const mine = 'the-one-that-i-chose'
  const browser = new Browser()
  await browser.run(() => requestPasswordReset(email))
  const reset = tokenOf((await world.mailTo(email))[0])
  await browser.run(() => resetPassword({ token: reset, password: mine }, 'r1'))
  expect(await isVerified(email)).toBe(true)
  await expect(browser.run(() => signIn({ email, password }))).rejects.toMatchObject({
    code: 'INVALID_CREDENTIALS',
  })
  await browser.run(() => signIn({ email, password: mine }))
  expect((await browser.run(getSession))?.user.email).toBe(email)
})
