import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { database } from '@kit/db/connection/client'
import { hashPassword } from '@kit/db/sign-in/password-hash'
import { account, user, verification } from '@kit/db/schema'
import { changePassword } from './change-password'
import { requestPasswordReset, resetPassword, signIn, signUp } from '../session/credentials'
import { MINIMUM_TIME } from '../session/with-constant-time'
import { getSession } from '../session/session'
import { asSignedIn } from '../testing/signed-in'
import { Browser, startWorld, tokenOf } from '../testing/testing'

const password = 'a-quiet-garden-wall'
const fresh = 'another-garden-wall'
const invalid = { name: 'CredentialsError', code: 'INVALID_TOKEN' }
const bystander = new Browser()

let world: Awaited<ReturnType<typeof startWorld>>
let count = 0
let email: string
let browser: Browser

beforeAll(async () => {
  world = await startWorld()
  await bystander.run(() => signIn({ email: 'owner@globex.test', password: 'open-the-gate-2026' }))
})

afterAll(() => world.stop())

async function enter(given: string): Promise<Browser> {
  const entered = new Browser()
  await entered.run(() => signIn({ email, password: given }))
  return entered
}

async function requestToken(): Promise<string> {
  await new Browser().run(() => requestPasswordReset(email))
  const newest = (await world.mailTo(email)).find(({ subject }) => subject === 'Reset your password')
  return tokenOf(newest)
}

const reset = (token: string, given = fresh, from = new Browser()) =>
  from.run(() => resetPassword({ token, password: given }, 'r1'))

beforeEach(async () => {
  count += 1
  email = `person${count}@example.test`
  const values = { name: 'Person', email, emailVerified: true }
  const [person] = await database().insert(user).values(values).returning()
  const userId = person?.id ?? ''
  const hash = await hashPassword(password)
  await database()
    .insert(account)
    .values({ userId, accountId: userId, providerId: 'credential', password: hash })
  browser = await enter(password)
})

async function time(to: string): Promise<number> {
  const start = performance.now()
  await new Browser().run(() => requestPasswordReset(to))
  return performance.now() - start
}

describe('a reset request', () => {
  it('gives the same answer after the minimum time for an unknown email, and sends no mail', async () => {
    const times = [await time(email), await time('nobody@example.test')]
    for (const taken of times) expect(taken).toBeGreaterThan(MINIMUM_TIME - 5)
    expect(await world.mailTo('nobody@example.test')).toEqual([])
    const mails = (await world.mailTo(email)).filter(({ subject }) => subject === 'Reset your password')
    expect(mails).toHaveLength(1)
  })

  it('mails a link to our own page and stores no copy of its token', async () => {
    const token = await requestToken()
    const [message] = await world.mailTo(email)
    expect(message?.text).toContain(`http://localhost:3000/reset-password?token=${token}`)
    const rows = JSON.stringify(await database().select().from(verification))
    expect(rows).not.toContain(token)
  })

  it('ends no session', async () => {
    await requestToken()
    expect(await browser.run(getSession)).not.toBeNull()
  })
})

describe('a reset', () => {
  it('sets the password and ends every session of that user only', async () => {
    const other = await enter(password)
    const resetter = new Browser()
    await reset(await requestToken(), fresh, resetter)
    expect(resetter.cookies.size).toBe(0)
    expect(await browser.run(getSession)).toBeNull()
    expect(await other.run(getSession)).toBeNull()
    expect(await bystander.run(getSession)).not.toBeNull()
    await expect(enter(password)).rejects.toThrow('INVALID_CREDENTIALS')
    await expect(enter(fresh)).resolves.toBeInstanceOf(Browser)
  })

  it('in another user’s session leaves that user signed in with their own password', async () => {
    const before = await bystander.run(getSession)
    await reset(await requestToken(), fresh, bystander)
    expect(await bystander.run(getSession)).toEqual(before)
    await expect(
      new Browser().run(() => signIn({ email: 'owner@globex.test', password: fresh })),
    ).rejects.toThrow('INVALID_CREDENTIALS')
  })

  it('works once', async () => {
    const token = await requestToken()
    await reset(token)
    await expect(reset(token, 'a-third-garden-wall')).rejects.toMatchObject(invalid)
    await expect(enter(fresh)).resolves.toBeInstanceOf(Browser)
  })

  it('works once for parallel requests', async () => {
    const token = await requestToken()
    const answers = await Promise.allSettled([1, 2, 3, 4].map((n) => reset(token, `garden-wall-no-${n}`)))
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const reasons = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []))
    expect(reasons).toEqual(Array.from({ length: 3 }, () => expect.objectContaining(invalid)))
  })

  it('revokes the user’s other links', async () => {
    const first = await requestToken()
    await reset(await requestToken())
    await expect(reset(first, 'a-third-garden-wall')).rejects.toMatchObject(invalid)
  })

  it('refuses a token that has expired', async () => {
    const token = await requestToken()
    await database()
      .update(verification)
      .set({ expiresAt: new Date(Date.now() - 1000) })
    await expect(reset(token)).rejects.toMatchObject(invalid)
    expect(await browser.run(getSession)).not.toBeNull()
  })

  it('refuses an email verification link', async () => {
    const unverified = `other${count}@example.test`
    await new Browser().run(() => signUp({ name: 'Other', email: unverified, password }))
    const token = tokenOf((await world.mailTo(unverified))[0])
    await expect(reset(token)).rejects.toMatchObject(invalid)
  })

  it('refuses malformed tokens and stored hashes', async () => {
    await requestToken()
    const rows = await database().select().from(verification)
    const stored = rows.map(({ identifier }) => identifier)
    const cookie = [...browser.cookies.values()][0]?.value ?? ''
    for (const forged of [...stored, cookie, '', '\0', 'x'.repeat(24), `${'x'.repeat(24)}\n`, '%', '../..']) {
      await expect(reset(forged)).rejects.toMatchObject(invalid)
    }
  })

  it('refuses a password out of bounds and keeps the token valid', async () => {
    const token = await requestToken()
    await expect(reset(token, 'short')).rejects.toMatchObject({ code: 'PASSWORD_NOT_ALLOWED' })
    await expect(reset(token, 'x'.repeat(129))).rejects.toMatchObject({ code: 'PASSWORD_NOT_ALLOWED' })
    await expect(reset(token)).resolves.toBeUndefined()
  })
})

const change = (currentPassword: string, newPassword = fresh) =>
  asSignedIn(browser, ({ user: current }) =>
    changePassword({ user: current, requestId: 'r1' }, { currentPassword, newPassword }),
  )

describe('a change', () => {
  it('sets the password, renews this session’s token and ends every other session', async () => {
    const other = await enter(password)
    const thief = browser.copy()
    await change(password)
    expect((await browser.run(getSession))?.user.email).toBe(email)
    expect(await other.run(getSession)).toBeNull()
    expect(await thief.run(getSession)).toBeNull()
    expect(await bystander.run(getSession)).not.toBeNull()
    await expect(enter(password)).rejects.toThrow('INVALID_CREDENTIALS')
    await expect(enter(fresh)).resolves.toBeInstanceOf(Browser)
  })

  it('revokes reset links', async () => {
    const token = await requestToken()
    await change(password)
    await expect(reset(token, 'a-third-garden-wall')).rejects.toMatchObject(invalid)
  })

  it('requires the current password', async () => {
    const [before] = await database()
      .select()
      .from(account)
      .innerJoin(user, eq(user.id, account.userId))
      .where(eq(user.email, email))
    await expect(change('not-the-password')).rejects.toMatchObject({ code: 'WRONG_PASSWORD' })
    const [after] = await database()
      .select()
      .from(account)
      .innerJoin(user, eq(user.id, account.userId))
      .where(eq(user.email, email))
    expect(after).toEqual(before)
    expect(await browser.run(getSession)).not.toBeNull()
  })

  it('requires a password within bounds', async () => {
    await expect(change(password, 'short')).rejects.toMatchObject({ code: 'PASSWORD_NOT_ALLOWED' })
  })
})
