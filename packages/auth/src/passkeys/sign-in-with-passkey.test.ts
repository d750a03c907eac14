import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { database } from '@kit/db/connection/client'
import { demoId } from '@kit/db/demo/demo'
import { answeredChallenge, passkey, session, user } from '@kit/db/schema'
import { passkeyBounds } from '@kit/db/passkeys/values'
import { signIn } from '../session/credentials'
import { getSession } from '../session/session'
import { Authenticator } from '../testing/authenticator'
import { forgetLimits } from '../testing/forget-limits'
import { add, here, signInBy } from '../testing/passkeys'
import { Browser, startWorld } from '../testing/testing'
import { guard } from '../testing/two-factor'
import { newChallenge } from './challenge'
import type { Assertion } from './check-assertion'
import { userHandleOf } from './relying-party'
import { signInWithPasskey, startPasskeySignIn } from './sign-in-with-passkey'

const password = 'open-the-gate-2026'
const email = 'viewer@acme.test'
const userId = demoId('user', email)
const other = 'editor@acme.test'
const userHandle = userHandleOf(userId)
const authenticator = new Authenticator(email)
const wrong = { name: 'CredentialsError', code: 'WRONG_PASSKEY' }

let world: Awaited<ReturnType<typeof startWorld>>

beforeAll(async () => {
  world = await startWorld()
  for (const [person, key] of [
    [email, authenticator],
    [other, new Authenticator(other)],
  ] as const) {
    const browser = new Browser()
    await browser.run(() => signIn({ email: person, password }))
    await add(browser, key)
  }
})

afterAll(() => world.stop())

beforeEach(async () => {
  await forgetLimits()
  await database().update(passkey).set({ counter: 0 })
})

const sessions = () => database().$count(session, eq(session.userId, userId))

/** A browser with a challenge and the answer that it would send. */
async function answered(changes: Parameters<typeof here>[0] = {}) {
  const browser = new Browser()
  const { challenge } = await browser.run(startPasskeySignIn)
  return { browser, challenge, answer: authenticator.assert(challenge, here({ userHandle, ...changes })) }
}

const send = (browser: Browser, answer: Assertion) => browser.run(() => signInWithPasskey(answer))

describe('a sign-in with a passkey', () => {
  it('opens a fresh session, records the use, and reports a new browser by mail', async () => {
    const browser = new Browser()
    await signInBy(browser, authenticator, { userId })
    const found = await browser.run(getSession)
    expect(found).toMatchObject({ user: { email } })
    expect(found?.session.confirmedAt).not.toBeNull()
    const [stored] = await database().select().from(passkey).where(eq(passkey.userId, userId))
    expect(stored?.lastUsedAt).not.toBeNull()
    const subjects = (await world.mailTo(email)).map(({ subject }) => subject)
    expect(subjects[0]).toBe('New sign-in to your account')
  })

  it('asks a user with two-factor authentication for no code', async () => {
    const person = 'admin@acme.test'
    const { browser } = await guard(person, password)
    const own = new Authenticator(person)
    await add(browser, own)
    const fresh = new Browser()
    await signInBy(fresh, own, { userId: demoId('user', person) })
    expect(await fresh.run(getSession)).toMatchObject({ user: { twoFactor: true } })
  })

  it('names no account and stores nothing before the answer', async () => {
    const before = await database().$count(answeredChallenge)
    const { browser } = await answered()
    const options = await browser.run(startPasskeySignIn)
    expect(options.allowCredentials).toEqual([])
    expect(options.userVerification).toBe('required')
    expect(await database().$count(answeredChallenge)).toBe(before)
  })

  it('accepts a challenge once, even from fifty parallel answers', async () => {
    const { browser, answer } = await answered()
    const before = await sessions()
    const copies = Array.from({ length: 50 }, () => browser.copy())
    const endings = await Promise.allSettled(copies.map((copy) => send(copy, answer)))
    expect(endings.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await sessions()).toBe(before + 1)
    await expect(send(browser, answer)).rejects.toMatchObject(wrong)
  })

  it('keeps a counter that rises, and refuses one that does not', async () => {
    const at = (counter: number) => signInBy(new Browser(), authenticator, { userId, counter })
    await at(5)
    for (const counter of [5, 4, 0]) await expect(at(counter)).rejects.toMatchObject(wrong)
    await at(4_294_967_295)
  })

  it('leaves the counter of another passkey of the same user as it is', async () => {
    const credentialId = 'a-second-credential'
    const values = { userId, name: 'Key', credentialId, publicKey: 'a-public-key-of-cose', counter: 0 }
    await database().insert(passkey).values(values)
    await signInBy(new Browser(), authenticator, { userId, counter: 5 })
    const second = eq(passkey.credentialId, credentialId)
    expect(await database().select().from(passkey).where(second)).toMatchObject([
      { counter: 0, lastUsedAt: null },
    ])
    await database().delete(passkey).where(second)
  })

  it('refuses one of two parallel answers with the same counter', async () => {
    const both = await Promise.all([answered({ counter: 9 }), answered({ counter: 9 })])
    const endings = await Promise.allSettled(both.map(({ browser, answer }) => send(browser, answer)))
    expect(endings.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it.each([
    ['a foreign origin', { origin: 'https://evil.example' }],
    ['a subdomain', { origin: 'http://evil.localhost:3000' }],
    ['another port', { origin: 'http://localhost:3001' }],
    ['another relying party', { rpId: 'evil.example' }],
    ['a frame of another site', { crossOrigin: true }],
    ['no presence', { isPresent: false }],
    ['no verification', { isVerified: false }],
    ['an answer to another question', { type: 'webauthn.create' }],
    ['someone else’s handle', { userHandle: userHandleOf(demoId('user', other)) }],
    ['no handle', { userHandle: undefined }],
  ])('refuses %s', async (_, changes) => {
    const { browser, answer } = await answered(changes)
    const before = await sessions()
    await expect(send(browser, answer)).rejects.toMatchObject(wrong)
    expect(await sessions()).toBe(before)
  })

  it('refuses a challenge that is another browser’s, for another purpose, expired or made up', async () => {
    const { answer } = await answered()
    await expect(send(new Browser(), answer)).rejects.toMatchObject(wrong)
    const elsewhere = new Browser()
    await elsewhere.run(startPasskeySignIn)
    await expect(send(elsewhere, answer)).rejects.toMatchObject(wrong)

    const holder = elsewhere.get('gatehouse.passkey_sign_in')?.value ?? ''
    const past = Date.now() - passkeyBounds.challengeMinutes * 60_000
    const challenges = [
      newChallenge({ use: 'confirm', holder }),
      newChallenge({ use: 'add', holder }),
      newChallenge({ use: 'sign-in', holder }, past),
      'A'.repeat(75),
      '',
    ]
    for (const challenge of challenges)
      await expect(
        send(elsewhere, authenticator.assert(challenge, here({ userHandle }))),
      ).rejects.toMatchObject(wrong)
    const right = newChallenge({ use: 'sign-in', holder })
    await send(elsewhere, authenticator.assert(right, here({ userHandle })))
  })

  it('refuses an unknown passkey, the signature of another one, and malformed data', async () => {
    const { browser, challenge, answer } = await answered()
    const stranger = new Authenticator('nobody').assert(challenge, here({ userHandle }))
    const theirs = new Authenticator(other).assert(challenge, here({ userHandle }))
    const { credentialId } = authenticator
    const forged = [
      stranger,
      theirs,
      { ...stranger, credentialId },
      { ...theirs, credentialId },
      { ...answer, signature: answer.authenticatorData },
      { ...answer, authenticatorData: 'AAAA' },
      { ...answer, clientData: 'bnVsbA' },
      { ...answer, clientData: '____' },
    ]
    for (const each of forged) await expect(send(browser, each)).rejects.toMatchObject(wrong)
    await send(browser, answer)
  })

  it('refuses a suspended account, an unverified one, and a passkey that was removed', async () => {
    const set = (values: Partial<typeof user.$inferInsert>) =>
      database().update(user).set(values).where(eq(user.id, userId))
    const attempt = async () => {
      const { browser, answer } = await answered()
      const code = await send(browser, answer).catch((error: { code: string }) => error.code)
      expect(browser.isSignedIn).toBe(false)
      return code
    }
    await set({ banned: true })
    expect(await attempt()).toBe('ACCOUNT_BANNED')
    await set({ banned: false, emailVerified: false })
    expect(await attempt()).toBe('WRONG_PASSKEY')
    await set({ emailVerified: true })
    const { browser, answer } = await answered()
    await database().delete(passkey).where(eq(passkey.userId, userId))
    await expect(send(browser, answer)).rejects.toMatchObject(wrong)
  })
})
