import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { database } from '@kit/db/connection/client'
import { demoId } from '@kit/db/demo/demo'
import { backupCode, session, twoFactor } from '@kit/db/schema'
import { sealText } from '@kit/db/text/sealed-text'
import { signIn } from '../session/credentials'
import { confirmPassword } from '../session/reauthentication'
import { getSession, type Session } from '../session/session'
import { asSignedIn } from '../testing/signed-in'
import { Browser, startWorld } from '../testing/testing'
import { codeAt, forgetSteps, guard } from '../testing/two-factor'
import { disableTwoFactor, renewBackupCodes } from './changes'
import { confirmTwoFactor, readTwoFactorSetUp, startTwoFactor } from './set-up'

const password = 'open-the-gate-2026'
const email = 'editor@acme.test'
const userId = demoId('user', email)
const ended = { name: 'ConflictError', code: 'TWO_FACTOR_SET_UP_ENDED' }
const wrongCode = { name: 'CredentialsError', code: 'WRONG_CODE' }

let world: Awaited<ReturnType<typeof startWorld>>

beforeAll(async () => {
  world = await startWorld()
})

afterAll(() => world.stop())

beforeEach(async () => {
  await database().delete(twoFactor)
  await database().delete(backupCode)
  await database().delete(session)
})

async function signedIn(): Promise<Browser> {
  const browser = new Browser()
  expect(await browser.run(() => signIn({ email, password }))).toBe('signed-in')
  return browser
}

const begin = (browser: Browser) =>
  asSignedIn(browser, async (current) => {
    await startTwoFactor(current)
    return (await readTwoFactorSetUp(current))?.key ?? ''
  })
const confirm = (browser: Browser, code: string) =>
  asSignedIn(browser, (current) => confirmTwoFactor({ ...current, requestId: 'r1' }, code))

it('is on once the app’s first code is right, and ends the other sessions', async () => {
  const other = await signedIn()
  const browser = await signedIn()
  const key = await begin(browser)
  expect(key).toMatch(/^[A-Z2-7]{32}$/)
  await expect(confirm(browser, '000000')).rejects.toMatchObject(wrongCode)
  expect((await browser.run(getSession))?.user.twoFactor).toBe(false)

  const codes = await confirm(browser, ` ${codeAt(key)} `)
  expect(new Set(codes).size).toBe(10)
  expect(codes.every((code) => /^[2-9a-z]{5}-[2-9a-z]{5}$/.test(code))).toBe(true)
  expect((await browser.run(getSession))?.user.twoFactor).toBe(true)
  expect(await other.run(getSession)).toBeNull()
  expect((await world.mailTo(email)).map(({ subject }) => subject)).toContain(
    'Two-factor authentication is on',
  )
})

it('stores neither the key nor a code in plain text', async () => {
  const { key, backupCodes } = await guard(email, password)
  const stored = JSON.stringify([
    await database().select().from(twoFactor),
    await database().select().from(backupCode),
  ])
  for (const secret of [key, ...backupCodes]) {
    expect(stored).not.toContain(secret)
    expect(stored).not.toContain(secret.replace('-', ''))
  }
})

it('shows the key only to the session that sets it up, and only for a limited time', async () => {
  const browser = await signedIn()
  const other = await signedIn()
  const key = await begin(browser)
  expect(await asSignedIn(other, readTwoFactorSetUp)).toBeUndefined()
  await expect(confirm(other, codeAt(key))).rejects.toMatchObject(ended)
  await database()
    .update(twoFactor)
    .set({ createdAt: new Date(Date.now() - 31 * 60_000) })
  expect(await asSignedIn(browser, readTwoFactorSetUp)).toBeUndefined()
  await expect(confirm(browser, codeAt(key))).rejects.toMatchObject(ended)
})

it('does not replace an app that is on', async () => {
  const { browser } = await guard(email, password)
  expect(await asSignedIn(browser, startTwoFactor)).toBe(false)
  expect(await asSignedIn(browser, readTwoFactorSetUp)).toBeUndefined()
})

it('gives the backup codes of one of ten parallel confirmations', async () => {
  const browser = await signedIn()
  const key = await begin(browser)
  const calls = Array.from({ length: 10 }, () => confirm(browser.copy(), codeAt(key)))
  const given = await Promise.allSettled(calls)
  expect(given.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await database().select().from(backupCode)).toHaveLength(10)
})

it('does not take the code that turned it on a second time', async () => {
  const browser = await signedIn()
  const key = await begin(browser)
  const code = codeAt(key)
  await confirm(browser, code)
  const proof = (current: Session) => confirmPassword(current, { password, code })
  await expect(asSignedIn(browser, proof)).rejects.toMatchObject(wrongCode)
})

it('asks for password and code to make a session fresh', async () => {
  const { browser, key, backupCodes } = await guard(email, password)
  const prove = (proof: { password: string; code?: string }) =>
    asSignedIn(browser, (current) => confirmPassword(current, proof))
  await database().update(session).set({ confirmedAt: null })
  await expect(prove({ password })).rejects.toMatchObject(wrongCode)
  await expect(prove({ password, code: '000000' })).rejects.toMatchObject(wrongCode)
  // A wrong password doesn't use up the code.
  await expect(prove({ password: 'wrong', code: codeAt(key) })).rejects.toMatchObject({
    code: 'WRONG_PASSWORD',
  })
  expect((await browser.run(getSession))?.session.confirmedAt).toBeNull()
  await prove({ password, code: codeAt(key) })
  expect((await browser.run(getSession))?.session.confirmedAt).not.toBeNull()
  await expect(prove({ password, code: codeAt(key) })).rejects.toMatchObject(wrongCode)
  await prove({ password, code: backupCodes[0] ?? '' })
})

it('replaces the backup codes and reports it', async () => {
  const { browser, backupCodes } = await guard(email, password)
  const renewed = await asSignedIn(browser, ({ user }) => renewBackupCodes({ user, requestId: 'r1' }))
  expect(renewed).toHaveLength(10)
  expect((await world.mailTo(email)).map(({ subject }) => subject)).toContain('You have new backup codes')
  const prove = (code = '') => asSignedIn(browser, (current) => confirmPassword(current, { password, code }))
  await expect(prove(backupCodes[0])).rejects.toMatchObject(wrongCode)
  await prove(renewed[0])
})

it('leaves nothing behind once it is off, and reports it once', async () => {
  const { browser } = await guard(email, password)
  const disable = () => asSignedIn(browser, ({ user }) => disableTwoFactor({ user, requestId: 'r1' }))
  await disable()
  await expect(disable()).rejects.toMatchObject({ code: 'TWO_FACTOR_OFF' })
  expect(await database().select().from(twoFactor).where(eq(twoFactor.userId, userId))).toEqual([])
  expect(await database().select().from(backupCode)).toEqual([])
  await expect(
    asSignedIn(browser, ({ user }) => renewBackupCodes({ user, requestId: 'r1' })),
  ).rejects.toMatchObject({
    code: 'TWO_FACTOR_OFF',
  })
  expect((await world.mailTo(email)).map(({ subject }) => subject)).toContain(
    'Two-factor authentication is off',
  )
})

it('does not open a secret that was copied from another row', async () => {
  const { browser, key } = await guard(email, password)
  await forgetSteps(userId)
  await database()
    .update(twoFactor)
    .set({ sealedSecret: sealText({ purpose: 'two-factor secret', id: 'another user' }, key) })
  const proof = (current: Session) => confirmPassword(current, { password, code: codeAt(key) })
  await expect(asSignedIn(browser, proof)).rejects.toThrow('unable to authenticate')
})
