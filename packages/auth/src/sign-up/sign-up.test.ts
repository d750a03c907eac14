import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { database } from '@kit/db/connection/client'
import * as passwordHash from '@kit/db/sign-in/password-hash'
import { account, installation, session, user } from '@kit/db/schema'
import { signIn, signUp } from '../session/credentials'
import { MINIMUM_TIME } from '../session/with-constant-time'
import { Browser, startWorld, tokenOf } from '../testing/testing'

vi.mock('@kit/db/sign-in/password-hash', { spy: true })

const password = 'a-quiet-garden-wall'
const known = 'owner@acme.test'

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

const join = (email: string, name = 'Ada') => browser.run(() => signUp({ name, email, password }))
const find = (email: string) => database().select().from(user).where(eq(user.email, email))

it('creates an unverified user, mails a link and starts no session', async () => {
  expect(await join('Ada@Example.test')).toBeUndefined()
  const [created, ...others] = await find('ada@example.test')
  expect(others).toEqual([])
  expect(created).toMatchObject({ name: 'Ada', emailVerified: false, role: 'user', banned: false })
  expect(browser.isSignedIn).toBe(false)
  expect(await database().select().from(session)).toEqual([])
  const mail = await world.mailTo('ada@example.test')
  expect(mail).toHaveLength(1)
  expect(mail[0]?.subject).toBe('Verify your email')
  expect(tokenOf(mail[0])).toMatch(/^ey/)
})

it('stores the password only as an argon2id hash', async () => {
  await join('bea@example.test')
  const [created] = await find('bea@example.test')
  const [credential] = await database()
    .select()
    .from(account)
    .where(eq(account.userId, created?.id ?? ''))
  expect(credential?.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})

it('gives the same answer for a known email, changes nothing and tells its owner', async () => {
  const before = await database().select().from(user)
  expect(await join('OWNER@acme.test', 'Mallory')).toBeUndefined()
  expect(await database().select().from(user)).toEqual(before)
  expect(browser.isSignedIn).toBe(false)
  const mail = await world.mailTo(known)
  expect(mail.map(({ subject }) => subject)).toEqual(['You already have an account'])
  expect(mail[0]?.text).toContain('http://localhost:3000/sign-in')
  expect(mail[0]?.text).not.toContain('Mallory')
  await expect(browser.run(() => signIn({ email: known, password }))).rejects.toThrow('INVALID_CREDENTIALS')
})

async function cost(email: string): Promise<{ hashes: number; time: number }> {
  vi.clearAllMocks()
  const start = performance.now()
  await join(email)
  return {
    hashes: vi.mocked(passwordHash.hashPassword).mock.calls.length,
    time: performance.now() - start,
  }
}

it('does the same work for known and unknown emails, and answers neither before the minimum time', async () => {
  const costs = [await cost(known), await cost('cleo@example.test')]
  expect(costs.map(({ hashes }) => hashes)).toEqual([1, 1])
  for (const { time } of costs) expect(time).toBeGreaterThan(MINIMUM_TIME - 5)
})

it('gives parallel requests the same answer and creates one user', async () => {
  const email = 'dora@example.test'
  const answers = await Promise.allSettled(Array.from({ length: 5 }, () => join(email)))
  expect(answers).toEqual(Array.from({ length: 5 }, () => ({ status: 'fulfilled', value: undefined })))
  const found = await find(email)
  expect(found).toHaveLength(1)
  expect(
    await database()
      .select()
      .from(account)
      .where(eq(account.userId, found[0]?.id ?? '')),
  ).toHaveLength(1)
})

it('ignores extra input', async () => {
  const given = {
    name: 'Eve',
    email: 'eve@example.test',
    password,
    role: 'super-admin',
    emailVerified: true,
    banned: true,
  }
  await browser.run(() => signUp(given))
  expect((await find('eve@example.test'))[0]).toMatchObject({
    role: 'user',
    emailVerified: false,
    banned: false,
  })
})

it.each(['short', 'x'.repeat(129), '🦊'.repeat(129)])('refuses the password %j', async (short) => {
  const attempt = browser.run(() => signUp({ name: 'Fay', email: 'fay@example.test', password: short }))
  await expect(attempt).rejects.toMatchObject({ code: 'PASSWORD_NOT_ALLOWED' })
  expect(await find('fay@example.test')).toEqual([])
})

it('creates no user when the rest of the account cannot be written', async () => {
  // Postgres text can't hold NUL, and the account is written after the user.
  vi.mocked(passwordHash.hashPassword).mockResolvedValue('\0')
  await expect(join('gia@example.test')).rejects.toThrow('Failed query')
  vi.mocked(passwordHash.hashPassword).mockRestore()
  expect(await find('gia@example.test')).toEqual([])
})

it.each([
  ['by invitation only', { signUp: 'invitation' }, [known, 'new@example.test', 'new@listed.test'], []],
  [
    'for listed domains',
    { signUp: 'domains', signUpDomains: 'listed.test other.test' },
    [known, 'new@example.test', 'new@sub.listed.test', 'new@notlisted.test', 'listed.test@example.test'],
    ['new@listed.test', 'New@OTHER.test'],
  ],
] as const)(
  'where sign-up is %s, refuses known and unknown emails alike',
  async (_, settings, refused, accepted) => {
    await database().update(installation).set(settings)
    try {
      const before = await database().select().from(user)
      for (const email of refused) await expect(join(email)).rejects.toMatchObject({ code: 'SIGN_UP_CLOSED' })
      expect(await database().select().from(user)).toHaveLength(before.length)
      for (const email of accepted) {
        await join(email)
        expect(await find(email.toLowerCase())).toHaveLength(1)
      }
    } finally {
      await database().update(installation).set({ signUp: 'open', signUpDomains: '' })
    }
  },
)
