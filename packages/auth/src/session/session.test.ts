import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { database } from '@kit/db/connection/client'
import { session, user } from '@kit/db/schema'
import { signIn } from './credentials'
import { getSession } from './session'
import { Browser, startWorld } from '../testing/testing'

const email = 'editor@acme.test'
const password = 'open-the-gate-2026'

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

const read = () => browser.run(getSession)
const ban = (values: { banned: boolean; banExpires: Date | null }) =>
  database().update(user).set(values).where(eq(user.email, email))

function isClient(value: unknown): value is { unsafe: (...given: unknown[]) => unknown } {
  return typeof value === 'function' && 'unsafe' in value && typeof value.unsafe === 'function'
}

it('returns who is signed in, without any token', async () => {
  const found = await read()
  expect(found).toEqual({
    user: {
      createdAt: expect.any(Date),
      id: expect.any(String),
      name: expect.any(String),
      email,
      emailVerified: true,
      image: null,
      role: 'user',
      twoFactor: false,
      hasPassword: true,
      hasPasskey: false,
      locale: null,
      timeZone: null,
    },
    session: {
      id: expect.any(String),
      createdAt: expect.any(Date),
      expiresAt: expect.any(Date),
      confirmedAt: expect.any(Date),
    },
    impersonation: null,
  })
  const days = (Number(found?.session.expiresAt) - Number(found?.session.createdAt)) / 86_400_000
  expect(days).toBeCloseTo(7, 2)
})

it('runs one statement, however old the session', async () => {
  const client: unknown = Reflect.get(database(), '$client')
  if (!isClient(client)) throw new Error('There is no client to observe.')
  const statements = vi.spyOn(client, 'unsafe')
  await read()
  expect(statements).toHaveBeenCalledTimes(1)
  await database()
    .update(session)
    .set({ expiresAt: new Date(Date.now() + 60_000) })
  statements.mockClear()
  expect(await read()).not.toBeNull()
  expect(statements).toHaveBeenCalledTimes(1)
  expect(String(statements.mock.calls[0]?.[0])).toMatch(/^select .* from "session" .* "user" /)
  expect(statements.mock.calls[0]?.[2], 'it is prepared').toEqual({ prepare: true })
  statements.mockRestore()
})

it('runs none without a cookie', async () => {
  const client: unknown = Reflect.get(database(), '$client')
  if (!isClient(client)) throw new Error('There is no client to observe.')
  const statements = vi.spyOn(client, 'unsafe')
  expect(await new Browser().run(getSession)).toBeNull()
  expect(statements).not.toHaveBeenCalled()
  statements.mockRestore()
})

it('ends when its row is deleted', async () => {
  const found = await read()
  await database()
    .delete(session)
    .where(eq(session.id, found?.session.id ?? ''))
  expect(await read()).toBeNull()
})

it('writes no cookie when it has ended, or an action would render the page again', async () => {
  const before = new Map(browser.cookies)
  await database()
    .update(session)
    .set({ expiresAt: new Date(Date.now() - 1000) })
  expect(await read()).toBeNull()
  expect(browser.cookies).toEqual(before)
})

it('ends when it expires', async () => {
  await database()
    .update(session)
    .set({ expiresAt: new Date(Date.now() - 1000) })
  expect(await read()).toBeNull()
})

it('ends while the user is banned', async () => {
  await ban({ banned: true, banExpires: null })
  expect(await read()).toBeNull()
  await ban({ banned: true, banExpires: new Date(Date.now() + 60_000) })
  expect(await read()).toBeNull()
  await ban({ banned: true, banExpires: new Date(Date.now() - 60_000) })
  expect(await read()).not.toBeNull()
  await ban({ banned: false, banExpires: null })
  expect(await read()).not.toBeNull()
})

it.each(['user,super-admin', 'support,user', 'Super-Admin', 'admin', '', null])(
  'does not treat the role %j as super-admin',
  async (role) => {
    await database().update(user).set({ role }).where(eq(user.email, email))
    expect((await read())?.user.role).toBe('user')
    await database().update(user).set({ role: 'user' }).where(eq(user.email, email))
  },
)

it('recognizes a super-admin', async () => {
  const root = new Browser()
  await root.run(() => signIn({ email: 'root@gatehouse.test', password }))
  expect((await root.run(getSession))?.user.role).toBe('super-admin')
})

it.each([
  ['another token', () => 'x'.repeat(32)],
  ['a changed signature', (value: string) => `${value.slice(0, -4)}AAA%3D`],
  ['no signature', (value: string) => value.split('.')[0] ?? ''],
  ['nothing', () => ''],
  ['a NUL', (value: string) => `%00${value}`],
])('rejects a cookie with %s', async (_what, forge) => {
  const cookie = browser.cookies.get('gatehouse.session_token')
  if (!cookie) throw new Error('There is no session cookie.')
  browser.cookies.set('gatehouse.session_token', { ...cookie, value: forge(cookie.value) })
  expect(await read()).toBeNull()
})
