import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { database } from '@kit/db/connection/client'
import { account, session, user, verification } from '@kit/db/schema'
import { asSignedIn } from '../testing/signed-in'
import { forgetLimits } from '../testing/forget-limits'
import { Browser, startWorld, tokenOf } from '../testing/testing'
import { codeAt, guard } from '../testing/two-factor'
import { requestPasswordReset, resetPassword, signUp } from './credentials'
import { emailOfMagicLink, requestMagicLink, signInWithMagicLink } from './magic-link'
import { confirmWithMailedCode, mailCode } from './mailed-code'

const password = 'open-the-gate-2026'
const other = 'another-garden-wall'
const nomad = 'nomad@gatehouse.test'

let world: Awaited<ReturnType<typeof startWorld>>

beforeAll(async () => {
  world = await startWorld({ MAGIC_LINK: 'on' })
})

afterAll(() => world.stop())

beforeEach(forgetLimits)

async function linkFor(email: string): Promise<string> {
  await new Browser().run(() => requestMagicLink(email))
  return tokenOf((await world.mailTo(email)).find(({ subject }) => subject === 'Your sign-in link'))
}

const use = (token: string, browser = new Browser()) => browser.run(() => signInWithMagicLink(token))
const open = async (...call: Parameters<typeof use>) => (await use(...call)).outcome
const invalid = { code: 'INVALID_TOKEN' }

/** Removes the password, as for someone who signs in only with a provider. */
const takePassword = async (email: string) => {
  const [found] = await database().select({ id: user.id }).from(user).where(eq(user.email, email))
  await database()
    .delete(account)
    .where(eq(account.userId, found?.id ?? ''))
}

describe('a mailed link', () => {
  it('signs in, without making the session of someone with a password fresh', async () => {
    const token = await linkFor(nomad)
    expect(await emailOfMagicLink(token)).toBe(nomad)
    const browser = new Browser()
    expect(await open(token, browser)).toBe('signed-in')
    await asSignedIn(browser, async ({ user: me, session: own }) => {
      expect(me.email).toBe(nomad)
      expect(own.confirmedAt).toBeNull()
    })
    expect(await emailOfMagicLink(token)).toBeUndefined()
  })

  it('remembers where to go, and does not say so in the mail', async () => {
    await new Browser().run(() => requestMagicLink(nomad, '/account?tab=call-us:now'))
    const mail = (await world.mailTo(nomad)).find(({ subject }) => subject === 'Your sign-in link')
    expect(`${mail?.text}${mail?.html}`).not.toMatch(/call-us|%2Faccount/)
    expect(await use(tokenOf(mail))).toEqual({ outcome: 'signed-in', next: '/account?tab=call-us:now' })
    expect(await use(await linkFor(nomad))).toMatchObject({ next: '' })
  })

  it('works once, even for fifty parallel calls', async () => {
    const token = await linkFor(nomad)
    const calls = await Promise.allSettled(Array.from({ length: 50 }, () => open(token)))
    expect(calls.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('stops working after the next link, after it expires, and after a new password', async () => {
    const [first, second] = [await linkFor(nomad), await linkFor(nomad)]
    await expect(open(first)).rejects.toMatchObject(invalid)
    await database()
      .update(verification)
      .set({ expiresAt: new Date(0) })
    await expect(open(second)).rejects.toMatchObject(invalid)
    const third = await linkFor(nomad)
    await new Browser().run(() => requestPasswordReset(nomad))
    const [mail] = await world.mailTo(nomad)
    await new Browser().run(() => resetPassword({ token: tokenOf(mail), password }, 'r1'))
    await expect(open(third)).rejects.toMatchObject(invalid)
  })

  it('is accepted only as a sign-in link, and only unchanged', async () => {
    const token = await linkFor(nomad)
    await expect(
      new Browser().run(() => resetPassword({ token, password: other }, 'r1')),
    ).rejects.toMatchObject(invalid)
    for (const wrong of ['', 'x', `${token}x`, '\0', 'a'.repeat(2048)])
      await expect(open(wrong)).rejects.toMatchObject(invalid)
    expect(await open(token)).toBe('signed-in')
  })

  it('is not mailed to an email without an account, or one that nobody has verified', async () => {
    const email = 'unverified@example.test'
    await new Browser().run(() => signUp({ name: 'Stranger', email, password: other }))
    await new Browser().run(() => requestMagicLink(email))
    await new Browser().run(() => requestMagicLink('nobody@example.test'))
    const subjects = (await world.mailTo(email)).map(({ subject }) => subject)
    expect(subjects).toEqual(['Verify your email'])
    expect(await world.mailTo('nobody@example.test')).toEqual([])
  })

  it('asks for the code of someone who has two-factor authentication', async () => {
    await guard('viewer@acme.test', password)
    const browser = new Browser()
    expect(await open(await linkFor('viewer@acme.test'), browser)).toBe('code-pending')
    expect(browser.isSignedIn).toBe(false)
  })

  it('doesn’t sign in to a suspended account', async () => {
    const token = await linkFor('editor@globex.test')
    await database().update(user).set({ banned: true }).where(eq(user.email, 'editor@globex.test'))
    const browser = new Browser()
    await expect(open(token, browser)).rejects.toMatchObject({ code: 'ACCOUNT_BANNED' })
    expect(browser.isSignedIn).toBe(false)
  })
})

describe('a mailed code', () => {
  const email = 'both@gatehouse.test'
  const makeStale = () => database().update(session).set({ confirmedAt: null })

  async function signedIn(): Promise<Browser> {
    await takePassword(email)
    const browser = new Browser()
    await open(await linkFor(email), browser)
    await makeStale()
    return browser
  }

  async function codeFor(browser: Browser): Promise<string> {
    await asSignedIn(browser, mailCode)
    const mail = (await world.mailTo(email)).find(({ subject }) => subject === 'Your confirmation code')
    return /[a-z0-9]{5}-[a-z0-9]{5}/.exec(mail?.text ?? '')?.[0] ?? ''
  }

  const confirm = (browser: Browser, mailedCode: string, code?: string) =>
    asSignedIn(browser, (current) => confirmWithMailedCode(current, { mailedCode, code }))
  const wrong = { code: 'WRONG_MAILED_CODE' }

  it('makes the session fresh, once, however it is typed', async () => {
    const browser = await signedIn()
    const code = await codeFor(browser)
    await expect(confirm(browser, 'aaaaa-aaaaa')).rejects.toMatchObject(wrong)
    await confirm(browser, ` ${code.replace('-', ' ').toUpperCase()}`)
    await asSignedIn(browser, async ({ session: own }) => expect(own.confirmedAt).not.toBeNull())
    await expect(confirm(browser, code)).rejects.toMatchObject(wrong)
  })

  it('is for one session, and for a short time', async () => {
    const browser = await signedIn()
    const code = await codeFor(browser)
    await expect(confirm(await signedIn(), code)).rejects.toMatchObject(wrong)
    await database()
      .update(verification)
      .set({ expiresAt: new Date(0) })
    await expect(confirm(browser, code)).rejects.toMatchObject(wrong)
  })

  it('is not for someone who has a password', async () => {
    const browser = new Browser()
    await open(await linkFor('editor@acme.test'), browser)
    const has = { code: 'HAS_PASSWORD' }
    await expect(asSignedIn(browser, mailCode)).rejects.toMatchObject(has)
    await expect(confirm(browser, 'aaaaa-aaaaa')).rejects.toMatchObject(has)
  })

  it('needs the code from the app too', async () => {
    const guarded = await guard('owner@acme.test', password)
    await takePassword('owner@acme.test')
    await makeStale()
    await asSignedIn(guarded.browser, mailCode)
    const mail = (await world.mailTo('owner@acme.test')).find(({ subject }) =>
      subject.includes('confirmation'),
    )
    const code = /[a-z0-9]{5}-[a-z0-9]{5}/.exec(mail?.text ?? '')?.[0] ?? ''
    await expect(confirm(guarded.browser, code)).rejects.toMatchObject({ code: 'WRONG_CODE' })
    await confirm(guarded.browser, code, codeAt(guarded.key))
  })
})
