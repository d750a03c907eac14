import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { database } from '@kit/db/connection/client'
import { demoId } from '@kit/db/demo/demo'
import { session, signInChallenge, user } from '@kit/db/schema'
import { twoFactorBounds } from '@kit/db/two-factor/values'
import { changePassword } from '../passwords/change-password'
import { signIn, signOut } from '../session/credentials'
import { passwordHashOf } from '../session/reauthentication'
import { getSession } from '../session/session'
import { asSignedIn } from '../testing/signed-in'
import { Browser, startWorld } from '../testing/testing'
import { codeAt, forgetSteps, guard, type Guarded } from '../testing/two-factor'
import { disableTwoFactor } from './changes'
import { pendingSignIn, signInWithCode } from './sign-in-with-code'
import { startChallenge } from './start-challenge'

const password = 'open-the-gate-2026'
const email = 'viewer@acme.test'
const userId = demoId('user', email)

let world: Awaited<ReturnType<typeof startWorld>>
let guarded: Guarded

beforeAll(async () => {
  world = await startWorld()
  guarded = await guard(email, password)
})

afterAll(() => world.stop())

beforeEach(() => forgetSteps(userId))

/** A browser that has given the password. */
async function pending(): Promise<Browser> {
  const browser = new Browser()
  expect(await browser.run(() => signIn({ email, password }))).toBe('code-pending')
  return browser
}

const enter = (browser: Browser, code: string) => browser.run(() => signInWithCode(code))
const wrongCode = { name: 'CredentialsError', code: 'WRONG_CODE' }
const sessions = () => database().select().from(session).where(eq(session.userId, userId))

/** How a call ended. */
const ending = (call: Promise<string>) => call.catch((error: Error) => error.message)

describe('a sign-in with two-factor authentication', () => {
  it('opens no session before the code, and a fresh one after it', async () => {
    const before = await sessions()
    const browser = await pending()
    expect([...browser.cookies.keys()]).toEqual(['gatehouse.sign_in_challenge'])
    expect(browser.cookies.get('gatehouse.sign_in_challenge')?.options).toMatchObject({
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
    })
    expect(await browser.run(getSession)).toBeNull()
    expect(await sessions()).toEqual(before)

    expect(await enter(browser, codeAt(guarded.key))).toBe('signed-in')
    expect(browser.isSignedIn).toBe(true)
    expect(browser.get('gatehouse.sign_in_challenge')).toBeUndefined()
    const found = await browser.run(getSession)
    expect(found).toMatchObject({ user: { email, twoFactor: true } })
    expect(found?.session.confirmedAt).not.toBeNull()
  })

  it.each([-1, 0, 1])('takes the code of a neighboring step: %i', async (step) => {
    expect(await enter(await pending(), codeAt(guarded.key, step))).toBe('signed-in')
  })

  it.each([-3, 3])('refuses the code of another step: %i', async (step) => {
    await expect(enter(await pending(), codeAt(guarded.key, step))).rejects.toMatchObject(wrongCode)
  })

  it.each(['', '000', '0000000', 'abcdef', '١٢٣٤٥٦', 'aaaaa-aaaaa'])('refuses %j', async (code) => {
    await expect(enter(await pending(), code)).rejects.toMatchObject(wrongCode)
  })

  it('refuses a code that was used, and the one before it', async () => {
    expect(await enter(await pending(), codeAt(guarded.key))).toBe('signed-in')
    await expect(enter(await pending(), codeAt(guarded.key))).rejects.toMatchObject(wrongCode)
    await expect(enter(await pending(), codeAt(guarded.key, -1))).rejects.toMatchObject(wrongCode)
  })

  it('takes a backup code once, however it is written, and mails how many are left', async () => {
    const [code = ''] = guarded.backupCodes
    expect(await enter(await pending(), ` ${code.toUpperCase().replace('-', ' ')} `)).toBe('signed-in')
    const mail = await world.mailTo(email)
    const message = mail.find(({ subject }) => subject === 'A backup code was used')
    expect(message?.text).toContain('9 codes are left')
    await expect(enter(await pending(), code)).rejects.toMatchObject(wrongCode)
  })

  it('lets only one of fifty parallel sign-ins use a code', async () => {
    const hash = (await passwordHashOf(eq(user.id, userId))) ?? ''
    for (const code of [codeAt(guarded.key), guarded.backupCodes[1] ?? '']) {
      const browsers = Array.from({ length: 50 }, () => new Browser())
      // Skips the password, because checking it is slow.
      for (const browser of browsers) await browser.run(() => startChallenge(userId, hash))
      const before = (await sessions()).length
      const endings = await Promise.all(browsers.map((browser) => ending(enter(browser, code))))
      expect(endings.filter((one) => one === 'signed-in')).toHaveLength(1)
      expect((await sessions()).length).toBe(before + 1)
    }
  })

  it('finishes once, and leaves no attempts', async () => {
    const browser = await pending()
    const copies = Array.from({ length: 50 }, () => browser.copy())
    const endings = await Promise.all(copies.map((copy) => ending(enter(copy, codeAt(guarded.key)))))
    expect(endings.filter((one) => one === 'signed-in')).toHaveLength(1)
    expect(await enter(browser.copy(), codeAt(guarded.key, 1))).toBe('ended')
  })

  it('ends after five wrong codes, also at once', async () => {
    const browser = await pending()
    for (let attempt = 1; attempt < twoFactorBounds.attempts; attempt += 1)
      await expect(enter(browser, '000000')).rejects.toMatchObject(wrongCode)
    expect(await enter(browser, '000000')).toBe('ended')
    expect(browser.cookies.size).toBe(0)

    const raced = await pending()
    await Promise.all(Array.from({ length: 50 }, () => ending(enter(raced.copy(), '000000'))))
    expect(await enter(raced, codeAt(guarded.key))).toBe('ended')
  })

  it('ends after ten minutes', async () => {
    const browser = await pending()
    await database()
      .update(signInChallenge)
      .set({ expiresAt: new Date(Date.now() - 1000) })
    expect(await browser.run(pendingSignIn)).toBeUndefined()
    expect(await enter(browser, codeAt(guarded.key))).toBe('ended')
  })

  it('ends when someone signs out in its browser', async () => {
    const browser = await pending()
    await browser.run(signOut)
    expect(browser.cookies.size).toBe(0)
  })

  it('does not start in another browser or with a cookie that this app did not sign', async () => {
    const browser = await pending()
    const value = browser.get('gatehouse.sign_in_challenge')?.value ?? ''
    const [token = '', signature = ''] = value.split('.')
    for (const forged of ['', token, `${token}.`, `${token}.${signature.toLowerCase()}x`, `.${signature}`]) {
      const thief = new Browser()
      thief.set('gatehouse.sign_in_challenge', forged)
      expect(await enter(thief, codeAt(guarded.key))).toBe('ended')
    }
  })

  it('reveals a ban only after the right password', async () => {
    const ban = (banned: boolean) => database().update(user).set({ banned }).where(eq(user.id, userId))
    const early = await pending()
    await ban(true)
    await expect(new Browser().run(() => signIn({ email, password }))).rejects.toMatchObject({
      code: 'ACCOUNT_BANNED',
    })
    await expect(enter(early, codeAt(guarded.key))).rejects.toMatchObject({ code: 'ACCOUNT_BANNED' })
    await ban(false)
  })

  it('starts a new count of wrong codes after a new password, which also ends the sign-in', async () => {
    const browser = await pending()
    const before = await browser.run(pendingSignIn)
    const changed = 'a-better-pass-word'
    const change = (currentPassword: string, newPassword: string) =>
      asSignedIn(guarded.browser, ({ user: current }) =>
        changePassword(
          { user: current, requestId: 'r1' },
          { currentPassword, newPassword, code: codeAt(guarded.key) },
        ),
      )
    guarded.browser = new Browser()
    await guarded.browser.run(() => signIn({ email, password }))
    await enter(guarded.browser, codeAt(guarded.key))
    await expect(change(password, changed)).rejects.toMatchObject(wrongCode)
    await forgetSteps(userId)
    await change(password, changed)
    expect((await guarded.browser.run(getSession))?.session.confirmedAt).not.toBeNull()
    expect(await enter(browser, codeAt(guarded.key, 1))).toBe('ended')

    const next = new Browser()
    await next.run(() => signIn({ email, password: changed }))
    expect((await next.run(pendingSignIn))?.account).not.toBe(before?.account)
    await forgetSteps(userId)
    await change(changed, password)
  })

  it('needs only the password again once it is off', async () => {
    const browser = await pending()
    await asSignedIn(guarded.browser, ({ user: current }) =>
      disableTwoFactor({ user: current, requestId: 'r1' }),
    )
    expect(await enter(browser, codeAt(guarded.key))).toBe('ended')
    expect(await new Browser().run(() => signIn({ email, password }))).toBe('signed-in')
  })
})
