import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { database } from '@kit/db/connection/client'
import * as mailedLinks from '@kit/db/accounts/mailed-links'
import { hashPassword } from '@kit/db/accounts/password-hash'
import { account, session, user, verification } from '@kit/db/schema'
import { confirmEmailChange, requestEmailChange } from './change-email'
import { changePassword } from './change-password'
import { requestPasswordReset, resetPassword, signIn, signUp, verifyEmail } from '../session/credentials'
import { MINIMUM_TIME } from '../session/with-constant-time'
import { getSession } from '../session/session'
import { asSignedIn } from '../testing/signed-in'
import { Browser, startWorld, tokenOf } from '../testing/testing'

vi.mock('@kit/db/accounts/mailed-links', { spy: true })

const password = 'a-quiet-garden-wall'
const invalid = { name: 'CredentialsError', code: 'INVALID_TOKEN' }

let world: Awaited<ReturnType<typeof startWorld>>
let count = 0
let email: string
let wanted: string
let browser: Browser

beforeAll(async () => {
  world = await startWorld()
})

afterAll(() => world.stop())

async function person(address: string): Promise<Browser> {
  const [made] = await database()
    .insert(user)
    .values({ name: 'Person', email: address, emailVerified: true })
    .returning()
  const userId = made?.id ?? ''
  const hash = await hashPassword(password)
  await database()
    .insert(account)
    .values({ userId, accountId: userId, providerId: 'credential', password: hash })
  return enter(address)
}

async function enter(address: string): Promise<Browser> {
  const entered = new Browser()
  await entered.run(() => signIn({ email: address, password }))
  return entered
}

beforeEach(async () => {
  count += 1
  email = `person${count}@example.test`
  wanted = `moved${count}@example.test`
  browser = await person(email)
})

const request = (address = wanted, from = browser) =>
  asSignedIn(from, ({ user: current }) => requestEmailChange(current, address))
const confirm = (token: string, from = browser) =>
  asSignedIn(from, (current) => confirmEmailChange(current, token))
const addressOf = async (who = browser) => (await who.run(getSession))?.user.email

async function requestToken(address = wanted, from = browser): Promise<string> {
  await request(address, from)
  return tokenOf((await world.mailTo(address))[0])
}

describe('a request', () => {
  it('changes nothing yet, mails a link to the address and a notice to the other', async () => {
    const token = await requestToken('Moved-With-Case@Example.test'.toLowerCase())
    expect(await addressOf()).toBe(email)
    const [notice] = await world.mailTo(email)
    expect(notice?.subject).toBe('Your email is about to change')
    expect(JSON.stringify(notice)).not.toContain(token)
    const [message] = await world.mailTo('moved-with-case@example.test')
    expect(message?.text).toContain(`http://localhost:3000/account/confirm-email?token=${token}`)
    expect(JSON.stringify(await database().select().from(verification))).not.toContain(token)
  })

  it('answers the same, as late, for a taken address, whose owner alone is told', async () => {
    const times: number[] = []
    for (const address of [wanted, 'owner@acme.test']) {
      const start = performance.now()
      await expect(request(address)).resolves.toBeUndefined()
      times.push(performance.now() - start)
    }
    for (const taken of times) expect(taken).toBeGreaterThan(MINIMUM_TIME - 5)
    const [message] = await world.mailTo('owner@acme.test')
    expect(message?.subject).toBe('You already have an account')
    expect(message?.text).not.toContain('token=')
    expect(await world.mailTo(email)).toHaveLength(2)
  })

  it('is refused for one’s own address, however it is spelled', async () => {
    await expect(request(email.toUpperCase())).rejects.toMatchObject({ code: 'SAME_EMAIL' })
  })
})

describe('the link', () => {
  it('changes the address, goes on here, and ends every other session', async () => {
    const other = await enter(email)
    await confirm(await requestToken())
    expect(await addressOf()).toBe(wanted)
    expect(await other.run(getSession)).toBeNull()
    await expect(enter(email)).rejects.toThrow('INVALID_CREDENTIALS')
    await expect(enter(wanted)).resolves.toBeInstanceOf(Browser)
  })

  it('does nothing in somebody else’s session, and still works in one’s own', async () => {
    const token = await requestToken()
    const stranger = await person(`stranger${count}@example.test`)
    await expect(confirm(token, stranger)).rejects.toMatchObject(invalid)
    expect(await addressOf(stranger)).toBe(`stranger${count}@example.test`)
    await expect(confirm(token)).resolves.toBeUndefined()
  })

  it('works once, for several at once too', async () => {
    const token = await requestToken()
    const answers = await Promise.allSettled([1, 2, 3, 4].map(() => confirm(token)))
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(confirm(token)).rejects.toMatchObject(invalid)
  })

  it('is worthless once another was asked for, whichever way two requests at once end', async () => {
    const first = await requestToken()
    const second = await requestToken(`again${count}@example.test`)
    await expect(confirm(first)).rejects.toMatchObject(invalid)
    await confirm(second)
    const pair = [`one${count}@example.test`, `two${count}@example.test`]
    await Promise.all(pair.map((address) => request(address)))
    const tokens = await Promise.all(pair.map(async (address) => tokenOf((await world.mailTo(address))[0])))
    const answers = await Promise.allSettled(tokens.map((token) => confirm(token)))
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('expires', async () => {
    const token = await requestToken()
    await database()
      .update(verification)
      .set({ expiresAt: new Date(Date.now() - 1000) })
    await expect(confirm(token)).rejects.toMatchObject(invalid)
    expect(await addressOf()).toBe(email)
  })

  it('does not take an address that somebody else got meanwhile', async () => {
    const token = await requestToken()
    await person(wanted)
    await expect(confirm(token)).rejects.toMatchObject(invalid)
    expect(await addressOf()).toBe(email)
  })

  it('of two people for one address lets one have it', async () => {
    const rival = await person(`rival${count}@example.test`)
    const mine = await requestToken()
    const theirs = await requestToken(wanted, rival)
    const answers = await Promise.allSettled([confirm(mine), confirm(theirs, rival)])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await database().select().from(user).where(eq(user.email, wanted))).toHaveLength(1)
  })

  it('is worthless after the password was changed or reset', async () => {
    const first = await requestToken()
    await asSignedIn(browser, ({ user: current }) =>
      changePassword(current, { currentPassword: password, newPassword: `${password}-2` }),
    )
    await expect(confirm(first)).rejects.toMatchObject(invalid)
    const second = await requestToken()
    await new Browser().run(() => requestPasswordReset(email))
    const reset = tokenOf(
      (await world.mailTo(email)).find(({ subject }) => subject === 'Reset your password'),
    )
    await new Browser().run(() => resetPassword({ token: reset, password }))
    await expect(confirm(second, await enter(email))).rejects.toMatchObject(invalid)
  })

  it('ends the reset links that the address before it was mailed', async () => {
    await new Browser().run(() => requestPasswordReset(email))
    const reset = tokenOf((await world.mailTo(email))[0])
    await confirm(await requestToken())
    await expect(
      new Browser().run(() => resetPassword({ token: reset, password: 'the-thiefs-own-wall' })),
    ).rejects.toMatchObject(invalid)
  })

  it('leaves no reset link to the address before it that is asked for while the address changes', async () => {
    const [change, reset] = await resetDuringTheChange()
    await Promise.all([change, reset])
    expect(await addressOf()).toBe(wanted)
    expect(await resetMails()).toEqual([])
    expect(await database().select().from(verification)).toEqual([])
  })

  it('would leave one without the second look at the address', async () => {
    const unguarded = vi.spyOn(mailedLinks, 'stillHasEmail').mockResolvedValueOnce(true)
    const [change, reset] = await resetDuringTheChange()
    await Promise.all([change, reset])
    unguarded.mockRestore()
    const token = tokenOf((await resetMails())[0])
    const thief = new Browser()
    await expect(
      thief.run(() => resetPassword({ token, password: 'the-thiefs-own-wall' })),
    ).resolves.toBeUndefined()
  })

  const resetMails = async () =>
    (await world.mailTo(email)).filter(({ subject }) => subject === 'Reset your password')

  /** Holds the change after it has taken the links and before it commits; a reset is asked for meanwhile. */
  async function resetDuringTheChange(): Promise<[Promise<void>, Promise<void>]> {
    await database().delete(verification)
    await enter(email)
    const token = await requestToken()
    let change: Promise<void> = Promise.resolve()
    let reset: Promise<void> = Promise.resolve()
    await database().transaction(async (transaction) => {
      await transaction.select().from(session).for('update')
      change = confirm(token)
      await waiting(1)
      reset = new Browser().run(() => requestPasswordReset(email))
      // Until its link is kept; and, where it looks again, until it waits for the change.
      while ((await database().select().from(verification)).length < 2);
    })
    return [change, reset]
  }

  async function waiting(count: number): Promise<void> {
    const query = sql`SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
    while ((await database().execute(query)).length < count);
  }
})

describe('purposes', () => {
  it('a link for one is none for another', async () => {
    const change = await requestToken()
    await new Browser().run(() => requestPasswordReset(email))
    const reset = tokenOf(
      (await world.mailTo(email)).find(({ subject }) => subject === 'Reset your password'),
    )
    const newcomer = `newcomer${count}@example.test`
    await new Browser().run(() => signUp({ name: 'Other', email: newcomer, password }))
    const verify = tokenOf((await world.mailTo(newcomer))[0])
    const guest = new Browser()
    for (const attempt of [
      () => confirm(reset),
      () => confirm(verify),
      () => guest.run(() => resetPassword({ token: change, password: 'the-thiefs-own-wall' })),
      () => guest.run(() => verifyEmail({ token: change, password })),
    ]) {
      await expect(attempt()).rejects.toMatchObject(invalid)
    }
    // None of them is used up by that.
    await expect(guest.run(() => verifyEmail({ token: verify, password }))).resolves.toBeUndefined()
    await expect(confirm(change)).resolves.toBeUndefined()
  })

  it('what is kept is no token', async () => {
    await requestToken()
    const rows = await database().select().from(verification)
    const cookie = [...browser.cookies.values()][0]?.value ?? ''
    for (const forged of [
      ...rows.flatMap(({ identifier, value }) => [identifier, value]),
      cookie,
      '',
      '\0',
    ]) {
      await expect(confirm(forged)).rejects.toMatchObject(invalid)
    }
    expect(await database().select().from(session)).not.toEqual([])
  })
})
