import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { database } from '@kit/db/connection/client'
import { account, installation, user } from '@kit/db/schema'
import { signIn, signUp } from '../session/credentials'
import {
  forgetInvitations,
  invalid,
  invite,
  join,
  newcomer,
  nomad,
  password,
  person,
  roleOf,
  statusOf,
} from '../testing/invitation'
import { acceptInvitation } from './invitations'
import { getSession } from '../session/session'
import { Browser, startWorld } from '../testing/testing'

let world: Awaited<ReturnType<typeof startWorld>>

beforeAll(async () => {
  world = await startWorld()
})

afterAll(() => world.stop())

beforeEach(forgetInvitations)

describe('signing up with the link', () => {
  it('creates a verified account for the invited email, joins and signs in', async () => {
    const { token } = await invite(newcomer, 'viewer')
    const browser = new Browser()
    expect(await join(token, browser)).toEqual({ slug: 'acme' })
    expect((await browser.run(getSession))?.user).toMatchObject({
      email: newcomer,
      emailVerified: true,
      name: 'New Comer',
      role: 'user',
    })
    expect(await roleOf(newcomer)).toBe('viewer')
    await new Browser().run(() => signIn({ email: newcomer, password }))
    await expect(join(token)).rejects.toMatchObject(invalid)
  })

  it('creates one account for five parallel calls', async () => {
    const { token } = await invite(newcomer)
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => join(token)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await database().select().from(user).where(eq(user.email, newcomer))).toHaveLength(1)
  })

  it('works where sign-up is by invitation only, and not with an email of another domain', async () => {
    const { token } = await invite(newcomer)
    try {
      await database().update(installation).set({ signUp: 'domains', signUpDomains: 'listed.test' })
      await expect(join(token)).rejects.toMatchObject({ code: 'SIGN_UP_CLOSED' })
      expect(await database().select().from(user).where(eq(user.email, newcomer))).toEqual([])
      await database().update(installation).set({ signUp: 'invitation' })
      expect(await join(token)).toEqual({ slug: 'acme' })
    } finally {
      await database().update(installation).set({ signUp: 'open', signUpDomains: '' })
    }
  })

  it('does not change a verified account', async () => {
    const { token } = await invite(nomad)
    const before = await database().select().from(account)
    await expect(join(token)).rejects.toMatchObject({ code: 'EMAIL_HAS_ACCOUNT' })
    expect(await database().select().from(account)).toEqual(before)
    expect(await statusOf()).toBe('pending')
  })

  it('does not let a suspended user start over', async () => {
    await new Browser().run(() => signUp({ name: 'Banned', email: newcomer, password }))
    await database().update(user).set({ banned: true }).where(eq(user.email, newcomer))
    const { token } = await invite(newcomer)
    await expect(join(token)).rejects.toMatchObject({ code: 'EMAIL_HAS_ACCOUNT' })
  })

  describe('when a stranger has already signed up with the email', () => {
    const theirs = 'the-strangers-own-way-in'

    beforeEach(async () => {
      await new Browser().run(() => signUp({ name: 'Stranger', email: newcomer, password: theirs }))
    })

    it('nothing remains of that account', async () => {
      const [before] = await database().select().from(user).where(eq(user.email, newcomer))
      const { token } = await invite(newcomer)
      await join(token)
      const rows = await database().select().from(user).where(eq(user.email, newcomer))
      expect(rows).toHaveLength(1)
      expect(rows[0]?.id).not.toBe(before?.id)
      expect(
        await database()
          .select()
          .from(account)
          .where(eq(account.userId, String(before?.id))),
      ).toEqual([])
      const stranger = new Browser().run(() => signIn({ email: newcomer, password: theirs }))
      await expect(stranger).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' })
    })

    it('marking that account as verified would let the stranger in', async () => {
      // Joining with the existing account, which the product never does.
      const [before] = await database().select().from(user).where(eq(user.email, newcomer))
      const { token } = await invite(newcomer)
      await database().update(user).set({ emailVerified: true }).where(eq(user.email, newcomer))
      await acceptInvitation({ token, user: { ...person(newcomer), id: String(before?.id) } })
      const browser = new Browser()
      await browser.run(() => signIn({ email: newcomer, password: theirs }))
      expect((await browser.run(getSession))?.user.email).toBe(newcomer)
      expect(await roleOf(newcomer)).toBe('editor')
    })
  })
})
