import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { database } from '@kit/db/connection/client'
import * as passwordHash from '@kit/db/sign-in/password-hash'
import { account, session, user } from '@kit/db/schema'
import { auth } from '../library/auth'
import { changePassword } from './change-password'
import { requestPasswordReset, resetPassword, signIn } from '../session/credentials'
import { getSession } from '../session/session'
import { asSignedIn } from '../testing/signed-in'
import { Browser, startWorld, tokenOf } from '../testing/testing'
import { untilWaiting } from '../testing/waiting'

vi.mock('@kit/db/sign-in/password-hash', { spy: true })

const { hashPassword, verifyPassword } = await vi.importActual<typeof passwordHash>(
  '@kit/db/sign-in/password-hash',
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

/** Runs `meanwhile` right after a password was found correct. */
function afterPasswordCheck(meanwhile: () => Promise<unknown>): void {
  vi.mocked(passwordHash.verifyPassword).mockImplementationOnce(async (given) => {
    const right = await verifyPassword(given)
    await meanwhile()
    return right
  })
}

async function reset(): Promise<void> {
  await new Browser().run(() => requestPasswordReset(email))
  const token = tokenOf((await world.mailTo(email))[0])
  await new Browser().run(() => resetPassword({ token, password: fresh }, 'r1'))
}

describe('a sign-in with the old password in progress', () => {
  it('leaves no session after a reset', async () => {
    afterPasswordCheck(reset)
    await expect(enter(old)).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' })
    expect(await sessions()).toEqual([])
    await expect(enter(fresh)).resolves.toBeInstanceOf(Browser)
  })

  it('leaves only the changing session after a password change', async () => {
    const owner = await enter(old)
    const thief = new Browser()
    afterPasswordCheck(() =>
      asSignedIn(owner, ({ user: current }) =>
        changePassword({ user: current, requestId: 'r1' }, { currentPassword: old, newPassword: fresh }),
      ),
    )
    await expect(thief.run(() => signIn({ email, password: old }))).rejects.toMatchObject({
      code: 'INVALID_CREDENTIALS',
    })
    expect(thief.cookies.size).toBe(0)
    expect(await sessions()).toHaveLength(1)
    expect(await owner.run(getSession)).not.toBeNull()
  })

  it('keeps its session when the hash is not compared', async () => {
    afterPasswordCheck(reset)
    const headers = new Headers()
    await new Browser().run(() => auth().api.signInEmail({ body: { email, password: old }, headers }))
    expect(await sessions()).toHaveLength(1)
  })
})

describe('a sign-in that ends before the change commits', () => {
  /** Changes the password as the library does, sessions first, and runs a sign-in before the commit. */
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

  /** Waits until the sign-in's session exists. */
  async function begun(): Promise<void> {
    while ((await sessions()).length === 0);
  }

  it('waits for the commit and leaves no session', async () => {
    await changeAround(() => enter(old))
    expect(await sessions()).toEqual([])
  })

  it('keeps its session without the lock', async () => {
    const headers = new Headers()
    const body = { email, password: old }
    await changeAround(() => new Browser().run(() => auth().api.signInEmail({ body, headers })))
    expect(await sessions()).toHaveLength(1)
  })
})

describe('a password change by someone who knows the old password, during a reset', () => {
  it('does not undo the reset and keeps no session', async () => {
    const thief = await enter(old)
    let resetting: Promise<unknown> = Promise.resolve()
    afterPasswordCheck(async () => {
      resetting = reset()
      await untilWaiting()
    })
    await asSignedIn(thief, ({ user: current }) =>
      changePassword(
        { user: current, requestId: 'r1' },
        { currentPassword: old, newPassword: 'the-thiefs-own-wall' },
      ),
    ).catch(() => {})
    await resetting
    await expect(enter('the-thiefs-own-wall')).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' })
    expect(await thief.run(getSession)).toBeNull()
    await expect(enter(fresh)).resolves.toBeInstanceOf(Browser)
  })

  it('would undo the reset with the library’s own change, which takes no lock', async () => {
    const thief = await enter(old)
    afterPasswordCheck(reset)
    const body = { currentPassword: old, newPassword: 'the-thiefs-own-wall' }
    await thief.run(() => auth().api.changePassword({ body, headers: thief.headers() }))
    await expect(enter('the-thiefs-own-wall')).resolves.toBeInstanceOf(Browser)
  })
})

it('a database trigger ends every session when the password changes', async () => {
  await enter(old)
  await enter(old)
  await database().update(account).set({ password: 'x' }).where(eq(account.userId, userId))
  expect(await sessions()).toEqual([])
})

it('other changes to the account end no session', async () => {
  await enter(old)
  await database()
    .update(account)
    .set({ scope: 'x', updatedAt: new Date() })
    .where(eq(account.userId, userId))
  expect(await sessions()).toHaveLength(1)
})
