import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { database } from '@kit/db/connection/client'
import { demoId } from '@kit/db/demo/demo'
import type { Decision } from '@kit/db/people/decide'
import { twoFactor, user } from '@kit/db/schema'
import { resetPassword, signIn } from '../session/credentials'
import { getSession } from '../session/session'
import { Browser, startWorld, tokenOf } from '../testing/testing'
import {
  changeRoleOf,
  deletePerson,
  endSessionsOf,
  requestTwoFactorResetOf,
  resetTwoFactorOf,
  restorePerson,
  suspendPerson,
  withdrawTwoFactorResetOf,
} from './decisions'
import { sendPasswordReset } from './send-password-reset'

const password = 'open-the-gate-2026'
const email = 'viewer@acme.test'
const decision: Decision = {
  adminId: demoId('user', 'root@gatehouse.test'),
  action: 'people.test',
  requestId: 'r1',
  userId: demoId('user', email),
  reason: 'A reason that stays internal',
}

let world: Awaited<ReturnType<typeof startWorld>>
let browser: Browser

const enter = async (given = password) => {
  const entered = new Browser()
  await entered.run(() => signIn({ email, password: given }))
  return entered
}

beforeAll(async () => {
  world = await startWorld()
})

afterAll(() => world.stop())

beforeEach(async () => {
  browser = await enter()
})

const lastMail = async () => (await world.mailTo(email))[0]

it('suspends until the end of a day, says so by mail without the reason, and ends it', async () => {
  expect(await suspendPerson(decision, { lastDay: '2199-03-01' })).toBe(true)
  const [stored] = await database().select().from(user).where(eq(user.email, email))
  expect(stored?.banExpires?.toISOString()).toBe('2199-03-01T23:59:59.999Z')
  expect(await browser.run(getSession)).toBeNull()
  await expect(enter()).rejects.toMatchObject({ code: 'ACCOUNT_BANNED' })
  const mail = await lastMail()
  expect(mail?.subject).toBe('Your account is suspended')
  expect(JSON.stringify(mail)).toContain('March 1, 2199')
  expect(JSON.stringify(mail)).not.toContain(decision.reason)

  expect(await restorePerson(decision)).toBe(true)
  expect((await lastMail())?.subject).toBe('Your account is no longer suspended')
  expect(await (await enter()).run(getSession)).not.toBeNull()
})

it('signs a person out everywhere', async () => {
  const other = await enter()
  expect(await endSessionsOf(decision)).toBe(true)
  for (const one of [browser, other]) expect(await one.run(getSession)).toBeNull()
  expect((await lastMail())?.subject).toBe('You were signed out everywhere')
})

it('changes a role, which an open session has at once', async () => {
  for (const role of ['support', 'super-admin', 'user'] as const) {
    expect(await changeRoleOf(decision, role)).toBe(true)
    expect((await browser.run(getSession))?.user.role).toBe(role)
    expect(JSON.stringify(await lastMail())).toContain(`changed your role to ${role}.`)
  }
})

it('mails a reset link that only the person gets and that works once', async () => {
  expect(await sendPasswordReset(decision)).toBe(true)
  // The session stays until the person uses the link.
  expect(await browser.run(getSession)).not.toBeNull()
  const token = tokenOf(await lastMail())
  const fresh = 'another-garden-wall'
  await new Browser().run(() => resetPassword({ token, password: fresh }, 'r1'))
  expect(await browser.run(getSession)).toBeNull()
  await expect(
    new Browser().run(() => resetPassword({ token, password: 'a-third-garden-wall' }, 'r1')),
  ).rejects.toMatchObject({ code: 'INVALID_TOKEN' })
  expect(await (await enter(fresh)).run(getSession)).not.toBeNull()
  await new Browser().run(async () => {
    await sendPasswordReset(decision)
    await resetPassword({ token: tokenOf(await lastMail()), password }, 'r1')
  })
})

it('mails every step of a two-factor reset, and the password is enough after it', async () => {
  await database()
    .insert(twoFactor)
    .values({ userId: decision.userId, sealedSecret: 'sealed', enabledAt: new Date() })
  const nomad = eq(user.email, 'nomad@gatehouse.test')
  await database().update(user).set({ role: 'super-admin' }).where(nomad)
  await requestTwoFactorResetOf(decision)
  expect((await lastMail())?.subject).toBe('A reset of your two-factor authentication was requested')
  expect(JSON.stringify(await lastMail())).not.toContain(decision.reason)
  await withdrawTwoFactorResetOf(decision)
  expect((await lastMail())?.subject).toBe('The reset of your two-factor authentication was canceled')
  await requestTwoFactorResetOf(decision)
  await resetTwoFactorOf({ ...decision, adminId: demoId('user', 'nomad@gatehouse.test') })
  expect((await lastMail())?.subject).toBe('Two-factor authentication was reset')
  await database().update(user).set({ role: 'user' }).where(nomad)
  expect(await browser.run(getSession)).toBeNull()
  expect(await (await enter()).run(getSession)).not.toBeNull()
})

it('deletes a person after their email was typed', async () => {
  await expect(deletePerson(decision, { confirmation: 'owner@acme.test' })).rejects.toMatchObject({
    code: 'NOT_THEIR_EMAIL',
  })
  expect(await deletePerson(decision, { confirmation: 'Viewer@acme.test' })).toBe(true)
  expect(await browser.run(getSession)).toBeNull()
  expect((await lastMail())?.subject).toBe('Your account was deleted')
  expect(await deletePerson(decision, { confirmation: email })).toBe(false)
})
