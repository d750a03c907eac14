import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { database } from '@kit/db/connection/client'
import * as mailedLinks from '@kit/db/accounts/mailed-links'
import { hashPassword } from '@kit/db/sign-in/password-hash'
import { account, session, user, verification } from '@kit/db/schema'
import { confirmEmailChange, requestEmailChange } from './change-email'
import { changePassword } from '../passwords/change-password'
import { requestPasswordReset, resetPassword, signIn, signUp, verifyEmail } from '../session/credentials'
import { MINIMUM_TIME } from '../session/with-constant-time'
import { getSession } from '../session/session'
import { asSignedIn } from '../testing/signed-in'
import { Browser, startWorld, tokenOf } from '../testing/testing'
import { untilWaiting } from '../testing/waiting'

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

async function person(to: string): Promise<Browser> {
  const [made] = await database()
    .insert(user)
    .values({ name: 'Person', email: to, emailVerified: true })
    .returning()
  const userId = made?.id ?? ''
  const hash = await hashPassword(password)
  await database()
    .insert(account)
    .values({ userId, accountId: userId, providerId: 'credential', password: hash })
  return enter(to)
}

async function enter(to: string): Promise<Browser> {
  const entered = new Browser()
  await entered.run(() => signIn({ email: to, password }))
  return entered
}

beforeEach(async () => {
  count += 1
  email = `person${count}@example.test`
  wanted = `moved${count}@example.test`
  browser = await person(email)
})

const request = (to = wanted, from = browser) =>
  asSignedIn(from, ({ user: current }) => requestEmailChange(current, to))
const confirm = (token: string, from = browser) =>
  asSignedIn(from, (current) => confirmEmailChange({ ...current, requestId: 'r1' }, token))
const currentEmail = async (who = browser) => (await who.run(getSession))?.user.email

async function requestToken(to = wanted, from = browser): Promise<string> {
  await request(to, from)
  return tokenOf((await world.mailTo(to))[0])
}

describe('a request', () => {
  it('changes nothing yet, and mails a link to the new email and a notice to the old one', async () => {
    const token = await requestToken('Moved-With-Case@Example.test'.toLowerCase())
    expect(await currentEmail()).toBe(email)
    const [notice] = await world.mailTo(email)
    expect(notice?.subject).toBe('Your email is about to change')
    expect(JSON.stringify(notice)).not.toContain(token)
    const [message] = await world.mailTo('moved-with-case@example.test')
    expect(message?.text).toContain(`http://localhost:3000/account/confirm-email?token=${token}`)
    expect(JSON.stringify(await database().select().from(verification))).not.toContain(token)
  })

  it('gives the same answer in the same time for a taken email, and tells only its owner', async () => {
    const times: number[] = []
    for (const to of [wanted, 'owner@acme.test']) {
      const start = performance.now()
      await expect(request(to)).resolves.toBeUndefined()
      times.push(performance.now() - start)
    }
    for (const taken of times) expect(taken).toBeGreaterThan(MINIMUM_TIME - 5)
    const [message] = await world.mailTo('owner@acme.test')
    expect(message?.subject).toBe('You already have an account')
    // Ignores the report link that every email has.
    expect(message?.text.replace(/report-email\?token=\S+/, '')).not.toContain('token=')
    const notices = (await world.mailTo(email)).filter(
      ({ subject }) => subject === 'Your email is about to change',
    )
    expect(notices).toHaveLength(2)
  })

  it('is refused for the current email, however it is spelled', async () => {
    await expect(request(email.toUpperCase())).rejects.toMatchObject({ code: 'SAME_EMAIL' })
  })
})

describe('the link', () => {
  it('changes the email, keeps this session and ends every other', async () => {
    const other = await enter(email)
    await confirm(await requestToken())
    expect(await currentEmail()).toBe(wanted)
    expect(await other.run(getSession)).toBeNull()
    await expect(enter(email)).rejects.toThrow('INVALID_CREDENTIALS')
    await expect(enter(wanted)).resolves.toBeInstanceOf(Browser)
  })

  it('does nothing in another user’s session and still works in the requester’s', async () => {
    const token = await requestToken()
    const stranger = await person(`stranger${count}@example.test`)
    await expect(confirm(token, stranger)).rejects.toMatchObject(invalid)
    expect(await currentEmail(stranger)).toBe(`stranger${count}@example.test`)
    await expect(confirm(token)).resolves.toBeUndefined()
  })

  it('works once, even for parallel requests', async () => {
    const token = await requestToken()
    const answers = await Promise.allSettled([1, 2, 3, 4].map(() => confirm(token)))
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(confirm(token)).rejects.toMatchObject(invalid)
  })

  it('stops working once another is requested, even by parallel requests', async () => {
    const first = await requestToken()
    const second = await requestToken(`again${count}@example.test`)
    await expect(confirm(first)).rejects.toMatchObject(invalid)
    await confirm(second)
    const pair = [`one${count}@example.test`, `two${count}@example.test`]
    await Promise.all(pair.map((to) => request(to)))
    const tokens = await Promise.all(pair.map(async (to) => tokenOf((await world.mailTo(to))[0])))
    const answers = await Promise.allSettled(tokens.map((token) => confirm(token)))
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('expires', async () => {
    const token = await requestToken()
    await database()
      .update(verification)
      .set({ expiresAt: new Date(Date.now() - 1000) })
    await expect(confirm(token)).rejects.toMatchObject(invalid)
    expect(await currentEmail()).toBe(email)
  })

  it('fails when someone else has taken the email since', async () => {
    const token = await requestToken()
    await person(wanted)
    await expect(confirm(token)).rejects.toMatchObject(invalid)
    expect(await currentEmail()).toBe(email)
  })

  it('gives the email to one of two users who request it', async () => {
    const rival = await person(`rival${count}@example.test`)
    const mine = await requestToken()
    const theirs = await requestToken(wanted, rival)
    const answers = await Promise.allSettled([confirm(mine), confirm(theirs, rival)])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await database().select().from(user).where(eq(user.email, wanted))).toHaveLength(1)
  })

  it('stops working after a password change or reset', async () => {
    const first = await requestToken()
    await asSignedIn(browser, ({ user: current }) =>
      changePassword(
        { user: current, requestId: 'r1' },
        { currentPassword: password, newPassword: `${password}-2` },
      ),
    )
    await expect(confirm(first)).rejects.toMatchObject(invalid)
    const second = await requestToken()
    await new Browser().run(() => requestPasswordReset(email))
    const reset = tokenOf(
      (await world.mailTo(email)).find(({ subject }) => subject === 'Reset your password'),
    )
    await new Browser().run(() => resetPassword({ token: reset, password }, 'r1'))
    await expect(confirm(second, await enter(email))).rejects.toMatchObject(invalid)
  })

  it('revokes reset links sent to the previous email', async () => {
    await new Browser().run(() => requestPasswordReset(email))
    const reset = tokenOf((await world.mailTo(email))[0])
    await confirm(await requestToken())
    await expect(
      new Browser().run(() => resetPassword({ token: reset, password: 'the-thiefs-own-wall' }, 'r1')),
    ).rejects.toMatchObject(invalid)
  })

  it('leaves no reset link to the previous email that was requested during the change', async () => {
    const [change, reset] = await resetDuringTheChange()
    await Promise.all([change, reset])
    expect(await currentEmail()).toBe(wanted)
    expect(await resetMails()).toEqual([])
    expect(await database().select().from(verification)).toEqual([])
  })

  it('would leave that link without the second check of the email', async () => {
    const unguarded = vi.spyOn(mailedLinks, 'stillHasEmail').mockResolvedValueOnce(true)
    const [change, reset] = await resetDuringTheChange()
    await Promise.all([change, reset])
    unguarded.mockRestore()
    const token = tokenOf((await resetMails())[0])
    const thief = new Browser()
    await expect(
      thief.run(() => resetPassword({ token, password: 'the-thiefs-own-wall' }, 'r1')),
    ).resolves.toBeUndefined()
  })

  const resetMails = async () =>
    (await world.mailTo(email)).filter(({ subject }) => subject === 'Reset your password')

  /** Requests a reset after the change has revoked the links and before it commits. */
  async function resetDuringTheChange(): Promise<[Promise<void>, Promise<void>]> {
    await database().delete(verification)
    await enter(email)
    const token = await requestToken()
    let change: Promise<void> = Promise.resolve()
    let reset: Promise<void> = Promise.resolve()
    await database().transaction(async (transaction) => {
      await transaction.select().from(session).for('update')
      change = confirm(token)
      await untilWaiting()
      const links = await database().$count(verification)
      reset = new Browser().run(() => requestPasswordReset(email))
      // Wait until its link is stored and, if it checks the email again, until it waits for the change.
      while ((await database().$count(verification)) === links);
    })
    return [change, reset]
  }
})

describe('purposes', () => {
  it('rejects a link made for another purpose', async () => {
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
      () => guest.run(() => resetPassword({ token: change, password: 'the-thiefs-own-wall' }, 'r1')),
      () => guest.run(() => verifyEmail({ token: change, password })),
    ]) {
      await expect(attempt()).rejects.toMatchObject(invalid)
    }
    // That uses up none of them.
    await expect(guest.run(() => verifyEmail({ token: verify, password }))).resolves.toBeUndefined()
    await expect(confirm(change)).resolves.toBeUndefined()
  })

  it('stores no usable token', async () => {
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
