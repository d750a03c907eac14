import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { database } from '@kit/db/connection/client'
import { account, session } from '@kit/db/schema'
import { auth } from '../library/auth'
import { signIn } from './credentials'
import { confirmPassword } from './reauthentication'
import { getSession } from './session'
import { asSignedIn } from '../testing/signed-in'
import { updateName } from '@kit/db/accounts/name'
import { Browser, startWorld } from '../testing/testing'

const email = 'admin@acme.test'
const password = 'open-the-gate-2026'
const LONG_AGO = new Date('2026-01-01T00:00:00Z')

let world: Awaited<ReturnType<typeof startWorld>>
let browser: Browser

beforeAll(async () => {
  world = await startWorld()
})

afterAll(() => world.stop())

beforeEach(async () => {
  browser = new Browser()
  await browser.run(() => signIn({ email, password }))
})

const confirmedAt = async (who = browser) => (await who.run(getSession))?.session.confirmedAt
const forget = () => database().update(session).set({ confirmedAt: LONG_AGO })

it('starts with sign-in', async () => {
  expect(Number(await confirmedAt())).toBeGreaterThan(Number(LONG_AGO))
})

it('is renewed by the right password, in this session only', async () => {
  const other = new Browser()
  await other.run(() => signIn({ email, password }))
  await forget()
  await asSignedIn(browser, (current) => confirmPassword(current, { password }))
  expect(Number(await confirmedAt())).toBeGreaterThan(Number(LONG_AGO))
  expect(await confirmedAt(other)).toEqual(LONG_AGO)
})

it.each(['close-the-gate-2026', '', `${password} `, 'x'.repeat(500)])(
  'is not renewed by a wrong one: %j',
  async (wrong) => {
    await forget()
    await expect(
      asSignedIn(browser, (current) => confirmPassword(current, { password: wrong })),
    ).rejects.toMatchObject({
      code: 'WRONG_PASSWORD',
    })
    expect(await confirmedAt()).toEqual(LONG_AGO)
  },
)

it('fails in a session that ends during the call', async () => {
  const late = asSignedIn(browser, async (current) => {
    await database().delete(session)
    await confirmPassword(current, { password })
  })
  await expect(late).rejects.toMatchObject({ code: 'WRONG_PASSWORD' })
})

it('fails for a user without a password', async () => {
  const userId = (await browser.run(getSession))?.user.id ?? ''
  const hash = await database().select().from(account).where(eq(account.userId, userId))
  await database().update(account).set({ providerId: 'other' }).where(eq(account.userId, userId))
  await expect(
    asSignedIn(browser, (current) => confirmPassword(current, { password })),
  ).rejects.toMatchObject({
    code: 'WRONG_PASSWORD',
  })
  await database().update(account).set({ providerId: 'credential' }).where(eq(account.userId, userId))
  expect(hash).toHaveLength(1)
})

it('does not exist in a session that began without a password', async () => {
  const root = new Browser()
  await root.run(() => signIn({ email: 'root@gatehouse.test', password }))
  const userId = (await browser.run(getSession))?.user.id ?? ''
  const impersonated = new Browser()
  for (const [name, cookie] of root.cookies) impersonated.cookies.set(name, cookie)
  await impersonated.run(() =>
    auth().api.impersonateUser({ body: { userId }, headers: impersonated.headers() }),
  )
  expect((await impersonated.run(getSession))?.user.email).toBe(email)
  expect(await confirmedAt(impersonated)).toBeNull()
})

it('can’t be set by input to any call that writes sessions or users', async () => {
  await forget()
  const body = { confirmedAt: new Date(), proved_at: new Date() }
  const headers = browser.headers()
  await expect(auth().api.updateSession({ body, headers })).rejects.toThrow('confirmedAt is not allowed')
  await asSignedIn(browser, ({ user: current }) => updateName(current, { name: 'Ada' }, 'r1'))
  expect(await confirmedAt()).toEqual(LONG_AGO)
})

it('does not change when the session is read', async () => {
  await forget()
  const statements = vi.spyOn(database(), 'update')
  await browser.run(getSession)
  expect(statements).not.toHaveBeenCalled()
  expect(await confirmedAt()).toEqual(LONG_AGO)
  statements.mockRestore()
})
