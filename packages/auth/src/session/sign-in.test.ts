import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { database } from '@kit/db/connection/client'
import * as passwordHash from '@kit/db/sign-in/password-hash'
import { session, user } from '@kit/db/schema'
import { signIn, signOut } from './credentials'
import { getSession } from './session'
import { asSignedIn } from '../testing/signed-in'
import { updateName } from '@kit/db/accounts/name'
import { Browser, startWorld, tokenOf } from '../testing/testing'

vi.mock('@kit/db/sign-in/password-hash', { spy: true })

const password = 'open-the-gate-2026'
const wrong = 'close-the-gate-2026'
const email = 'viewer@acme.test'

let world: Awaited<ReturnType<typeof startWorld>>
let browser: Browser

beforeAll(async () => {
  world = await startWorld()
})

afterAll(() => world.stop())

beforeEach(() => {
  browser = new Browser()
  vi.clearAllMocks()
})

const enter = (given: { email: string; password: string }) => browser.run(() => signIn(given))
const change = (values: Partial<typeof user.$inferInsert>) =>
  database().update(user).set(values).where(eq(user.email, email))

it('starts a session in a cookie that scripts cannot read', async () => {
  await enter({ email, password })
  expect((await browser.run(getSession))?.user.email).toBe(email)
  expect([...browser.cookies.keys()]).toEqual(['gatehouse.session_token', 'gatehouse.browser'])
  expect(browser.cookies.get('gatehouse.session_token')?.options).toMatchObject({
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
  })
})

it('ignores the email’s case', async () => {
  await enter({ email: 'Viewer@ACME.test', password })
  expect((await browser.run(getSession))?.user.email).toBe(email)
})

it.each([
  ['a wrong password', email, wrong],
  ['an unknown email', 'nobody@acme.test', password],
  ['a password that is too long', email, 'x'.repeat(129)],
])('gives the same answer to %s', async (_what, typed, given) => {
  await expect(enter({ email: typed, password: given })).rejects.toMatchObject({
    name: 'CredentialsError',
    code: 'INVALID_CREDENTIALS',
    message: 'INVALID_CREDENTIALS',
  })
  expect(browser.cookies.size).toBe(0)
})

async function work(typed: string): Promise<number> {
  vi.clearAllMocks()
  await expect(enter({ email: typed, password: wrong })).rejects.toThrow('INVALID_CREDENTIALS')
  const { hashPassword, verifyPassword } = passwordHash
  return vi.mocked(hashPassword).mock.calls.length + vi.mocked(verifyPassword).mock.calls.length
}

it('does the same work for an unknown email as for a known one', async () => {
  expect(await work(email)).toBe(1)
  expect(await work('nobody@acme.test')).toBe(1)
})

it('gives the same answer for an unverified email, and mails a new link if the password is right', async () => {
  const links = async () => (await world.mailTo(email)).filter((mail) => mail.subject === 'Verify your email')
  await change({ emailVerified: false })
  await expect(enter({ email, password: wrong })).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' })
  expect(await links()).toEqual([])
  await expect(enter({ email, password })).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' })
  expect(browser.cookies.size).toBe(0)
  const [message] = await links()
  expect(tokenOf(message)).toMatch(/^ey/)
  await change({ emailVerified: true })
})

it('reveals a ban only after the right password', async () => {
  await change({ banned: true })
  await expect(enter({ email, password: wrong })).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' })
  await expect(enter({ email, password })).rejects.toMatchObject({ code: 'ACCOUNT_BANNED' })
  expect(browser.cookies.size).toBe(0)
  await change({ banned: false })
})

it('rethrows unknown errors', async () => {
  vi.mocked(passwordHash.verifyPassword).mockRejectedValueOnce(new Error('out of memory'))
  await expect(enter({ email, password })).rejects.toThrow('out of memory')
})

it('signs out on the server, so a copied cookie stops working', async () => {
  await enter({ email, password })
  const thief = browser.copy()
  const id = (await browser.run(getSession))?.session.id ?? ''
  await browser.run(signOut)
  expect(browser.isSignedIn).toBe(false)
  expect(await thief.run(getSession)).toBeNull()
  expect(await database().select().from(session).where(eq(session.id, id))).toEqual([])
})

it('signs out of this browser only', async () => {
  await enter({ email, password })
  const other = new Browser()
  await other.run(() => signIn({ email, password }))
  await browser.run(signOut)
  expect(await other.run(getSession)).not.toBeNull()
})

it('fails when the session could not be ended', async () => {
  await enter({ email, password })
  vi.spyOn(database(), 'delete').mockImplementationOnce(() => {
    throw new Error('The database is down.')
  })
  await expect(browser.run(signOut)).rejects.toThrow('The database is down.')
  expect(browser.isSignedIn).toBe(true)
})

it('does nothing when signed out', async () => {
  await expect(browser.run(signOut)).resolves.toBeUndefined()
})

it('changes only the signed-in user’s name', async () => {
  await enter({ email, password })
  await asSignedIn(browser, ({ user: current }) => updateName(current, { name: 'Vera' }, 'r1'))
  expect((await browser.run(getSession))?.user.name).toBe('Vera')
  expect(await database().select().from(user).where(eq(user.name, 'Vera'))).toHaveLength(1)
})
