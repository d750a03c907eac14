import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { database } from '@kit/db/connection/client'
import * as passwordHash from '@kit/db/accounts/password-hash'
import { account, session, user } from '@kit/db/schema'
import { auth } from '../library/auth'
import { changePassword } from './change-password'
import { requestPasswordReset, resetPassword, signIn } from '../session/credentials'
import { getSession } from '../session/session'
import { asSignedIn } from '../testing/signed-in'
import { Browser, startWorld, tokenOf } from '../testing/testing'

vi.mock('@kit/db/accounts/password-hash', { spy: true })

const { hashPassword, verifyPassword } = await vi.importActual<typeof passwordHash>(
  '@kit/db/accounts/password-hash',
)
const old = 'a-quiet-garden-wall'
const fresh = 'another-garden-wall'

let world: Awaited<ReturnType<typeof startWorld>>
let count = 0
let email: string
let userId: string

beforeAll(async () => {
  world = await startWorld()
})

afterAll(() => world.stop())

beforeEach(async () => {
  count += 1
  email = `person${count}@example.test`
  const [person] = await database()
    .insert(user)
    .values({ name: 'Person', email, emailVerified: true })
    .returning()
  userId = person?.id ?? ''
  const password = await hashPassword(old)
  await database().insert(account).values({ userId, accountId: userId, providerId: 'credential', password })
})

const enter = async (password: string) => {
  const browser = new Browser()
  await browser.run(() => signIn({ email, password }))
  return browser
}

const sessions = () => database().select().from(session).where(eq(session.userId, userId))

/** Does this once a password was found right, before anything comes of it. */
function whenFoundRight(meanwhile: () => Promise<unknown>): void {
  vi.mocked(passwordHash.verifyPassword).mockImplementationOnce(async (given) => {
    const right = await verifyPassword(given)
    await meanwhile()
    return right
  })
}

async function reset(): Promise<void> {
  await new Browser().run(() => requestPasswordReset(email))
  const token = tokenOf((await world.mailTo(email))[0])
  await new Browser().run(() => resetPassword({ token, password: fresh }))
}

describe('a sign-in with the old password that is on its way', () => {
  it('during a reset leaves no session behind', async () => {
    whenFoundRight(reset)
    await expect(enter(old)).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' })
    expect(await sessions()).toEqual([])
    await expect(enter(fresh)).resolves.toBeInstanceOf(Browser)
  })

  it('during a change leaves no session behind, but the one that made the change', async () => {
    const owner = await enter(old)
    const thief = new Browser()
    whenFoundRight(() =>
      asSignedIn(owner, ({ user: current }) =>
        changePassword(current, { currentPassword: old, newPassword: fresh }),
      ),
    )
    await expect(thief.run(() => signIn({ email, password: old }))).rejects.toMatchObject({
      code: 'INVALID_CREDENTIALS',
    })
    expect(thief.cookies.size).toBe(0)
    expect(await sessions()).toHaveLength(1)
    expect(await owner.run(getSession)).not.toBeNull()
  })

  it('is stopped by the look at the hash: taken out, the session lives', async () => {
    whenFoundRight(reset)
    const headers = new Headers()
    await new Browser().run(() => auth().api.signInEmail({ body: { email, password: old }, headers }))
    expect(await sessions()).toHaveLength(1)
  })
})

describe('a sign-in that ends while the change has not committed', () => {
  /** Changes the password the way the library does, sessions first, and lets a sign-in run before the commit. */
  async function changeAround(signIns: () => Promise<unknown>): Promise<void> {
    const hash = await hashPassword(fresh)
    let entering: Promise<unknown> = Promise.resolve()
    await database().transaction(async (transaction) => {
      await transaction.delete(session).where(eq(session.userId, userId))
      await transaction.update(account).set({ password: hash }).where(eq(account.userId, userId))
      entering = signIns().catch((error: unknown) => error)
      await begun()
    })
    await entering
  }

  /** Until the session of the sign-in is there. */
  async function begun(): Promise<void> {
    while ((await sessions()).length === 0);
  }

  it('waits for it, and leaves no session behind', async () => {
    await changeAround(() => enter(old))
    expect(await sessions()).toEqual([])
  })

  it('is stopped by the lock: taken out, the session lives', async () => {
    const headers = new Headers()
    const body = { email, password: old }
    await changeAround(() => new Browser().run(() => auth().api.signInEmail({ body, headers })))
    expect(await sessions()).toHaveLength(1)
  })
})

describe('a change by who knows the old password, while the owner resets it', () => {
  it('does not undo the reset, and keeps no session', async () => {
    const thief = await enter(old)
    let resetting: Promise<unknown> = Promise.resolve()
    whenFoundRight(async () => {
      resetting = reset()
      await waitingForALock()
    })
    await asSignedIn(thief, ({ user: current }) =>
      changePassword(current, { currentPassword: old, newPassword: 'the-thiefs-own-wall' }),
    ).catch(() => {})
    await resetting
    await expect(enter('the-thiefs-own-wall')).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' })
    expect(await thief.run(getSession)).toBeNull()
    await expect(enter(fresh)).resolves.toBeInstanceOf(Browser)
  })

  it('is stopped by the lock: the library’s own change undoes the reset', async () => {
    const thief = await enter(old)
    whenFoundRight(reset)
    const body = { currentPassword: old, newPassword: 'the-thiefs-own-wall' }
    await thief.run(() => auth().api.changePassword({ body, headers: thief.headers() }))
    await expect(enter('the-thiefs-own-wall')).resolves.toBeInstanceOf(Browser)
  })

  /** Until somebody waits for the account that is locked here. */
  async function waitingForALock(): Promise<void> {
    const waiting = sql`SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
    while ((await database().execute(waiting)).length === 0);
  }
})

it('a changed password ends every session in the database itself', async () => {
  await enter(old)
  await enter(old)
  await database().update(account).set({ password: 'x' }).where(eq(account.userId, userId))
  expect(await sessions()).toEqual([])
})

it('anything else about the account ends none', async () => {
  await enter(old)
  await database()
    .update(account)
    .set({ scope: 'x', updatedAt: new Date() })
    .where(eq(account.userId, userId))
  expect(await sessions()).toHaveLength(1)
})
