import { createEmailVerificationToken } from 'better-auth/api'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { database } from '@kit/db/connection/client'
import { demoId } from '@kit/db/demo/demo'
import { backupCode, twoFactor, user } from '@kit/db/schema'
import { secretSeal } from '../two-factor/second-factor'
import { signInWithCode } from '../two-factor/sign-in-with-code'
import { Browser, startWorld } from '../testing/testing'
import { codeAt, forgetSteps, guard, type Guarded } from '../testing/two-factor'
import { signIn, signUp, verifyEmail } from './credentials'

// BETTER_AUTH_SECRET was replaced, and the previous one is still listed.

const current = 'a-secret-for-tests-only-0123456789abcdef'
const previous = 'the-secret-before-that-one-0123456789'

let world: Awaited<ReturnType<typeof startWorld>>

beforeAll(async () => {
  world = await startWorld({ BETTER_AUTH_SECRET: current, BETTER_AUTH_SECRET_PREVIOUS: previous })
})

afterAll(() => world.stop())

/** Returns the `sealed-text` module, loaded with only this secret. */
async function sealedTextWith(secret: string) {
  vi.resetModules()
  vi.stubEnv('BETTER_AUTH_SECRET', secret)
  vi.stubEnv('BETTER_AUTH_SECRET_PREVIOUS', '')
  return import('@kit/db/text/sealed-text')
}

describe('a link mailed before', () => {
  const password = 'a-quiet-garden-wall'
  let count = 0
  let email: string

  beforeEach(async () => {
    count += 1
    email = `person${count}@example.test`
    await new Browser().run(() => signUp({ name: 'Person', email, password }))
  })

  const isVerified = async () =>
    (await database().select().from(user).where(eq(user.email, email)))[0]?.emailVerified

  async function follow(secret: string, seconds: number): Promise<void> {
    const token = await createEmailVerificationToken(secret, email, undefined, seconds)
    await new Browser().run(() => verifyEmail({ token, password }))
  }

  it('works when the previous secret signed it', async () => {
    await follow(previous, 60)
    expect(await isVerified()).toBe(true)
  })

  it.each([
    ['it has expired', previous, -1],
    ['another secret signed it', `${previous}-2`, 60],
  ])('is refused when %s', async (_why, secret, seconds) => {
    await expect(follow(secret, seconds)).rejects.toMatchObject({ code: 'INVALID_TOKEN' })
    expect(await isVerified()).toBe(false)
  })
})

describe('two-factor authentication turned on before', () => {
  const email = 'viewer@acme.test'
  const password = 'open-the-gate-2026'
  const userId = demoId('user', email)
  let guarded: Guarded

  beforeAll(async () => {
    guarded = await guard(email, password)
    const old = await sealedTextWith(previous)
    await database()
      .update(twoFactor)
      .set({ sealedSecret: old.sealText(secretSeal(userId), guarded.key) })
      .where(eq(twoFactor.userId, userId))
    const codeHash = old.keyedHash({ purpose: 'backup code', id: userId }, '2345623456')
    await database().insert(backupCode).values({ userId, codeHash })
  })

  beforeEach(() => forgetSteps(userId))

  async function enter(code: string): Promise<string> {
    const browser = new Browser()
    await browser.run(() => signIn({ email, password }))
    return browser.run(() => signInWithCode(code)).catch((error: { code: string }) => error.code)
  }

  it('accepts a code, and then the previous secret is no longer needed', async () => {
    expect(await enter(codeAt(guarded.key))).toBe('signed-in')
    const [stored] = await database().select().from(twoFactor).where(eq(twoFactor.userId, userId))
    const alone = await sealedTextWith(current)
    expect(alone.openText(secretSeal(userId), stored?.sealedSecret ?? '')).toBe(guarded.key)
  })

  it('accepts an earlier backup code once', async () => {
    expect(await enter('23456-23456')).toBe('signed-in')
    expect(await enter('23456-23456')).toBe('WRONG_CODE')
  })
})
