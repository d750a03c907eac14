import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { database } from '@kit/db/connection/client'
import { account, session, signInChallenge, user } from '@kit/db/schema'
import { settingsFor } from '@kit/openid-provider/client'
import type { Person } from '@kit/openid-provider/person'
import { type OpenidProvider, startOpenidProvider } from '@kit/openid-provider/server'
import { setPassword } from '../passwords/set-password'
import { personalDataJson } from '../accounts/personal-data'
import { requestPasswordReset, resetPassword, signIn } from '../session/credentials'
import { asSignedIn } from '../testing/signed-in'
import { throughProvider } from '../testing/provider'
import { Browser, startWorld, tokenOf } from '../testing/testing'
import { codeAt, guard } from '../testing/two-factor'
import { linkedProviders, unlinkAccount } from './link-account'
import { startConfirmation } from './confirm-with-provider'
import { providerVisit } from './start-attempt'
import { approve } from '@kit/openid-provider/approve'
import { comeBack } from '../testing/provider'

const password = 'open-the-gate-2026'
const other = 'another-garden-wall'

let provider: OpenidProvider
let world: Awaited<ReturnType<typeof startWorld>>
let count = 0
let person: Person

beforeAll(async () => {
  provider = await startOpenidProvider()
  world = await startWorld(settingsFor(provider.url))
})

afterAll(async () => {
  await world.stop()
  await provider.stop()
})

beforeEach(() => {
  count += 1
  person = { subject: String(count), name: 'Ada', email: `ada${count}@example.test`, emailVerified: true }
})

/** Signs a demo person in by password. */
async function browserOf(email: string): Promise<Browser> {
  const browser = new Browser()
  await browser.run(() => signIn({ email, password }))
  return browser
}

const link = (browser: Browser, who: Person, id: 'oidc' | 'google' = 'oidc') =>
  asSignedIn(browser, ({ session: own }) =>
    throughProvider(browser, who, { provider: id, purpose: 'link', sessionId: own.id }),
  )

const unlink = (browser: Browser, id: 'oidc' | 'google' = 'oidc') =>
  asSignedIn(browser, ({ user: me }) => unlinkAccount({ user: me, requestId: 'r1' }, id))

/** Someone who has an account at the provider and no password. */
async function withoutPassword(): Promise<Browser> {
  const browser = new Browser()
  await throughProvider(browser, person)
  return browser
}

const problem = (name: string, purpose: string) => ({ kind: 'problem', problem: name, purpose })
const makeStale = () => database().update(session).set({ confirmedAt: null })
const isFresh = (browser: Browser) =>
  asSignedIn(browser, async ({ session: { confirmedAt } }) => confirmedAt !== null)

describe('linking', () => {
  it('links an account with another email, which then signs in, and reports it', async () => {
    const browser = await browserOf('owner@acme.test')
    expect(await link(browser, { ...person, emailVerified: false })).toEqual({ kind: 'linked' })
    expect((await world.mailTo('owner@acme.test'))[0]?.subject).toBe(
      'Local provider is connected to your account',
    )
    const elsewhere = new Browser()
    await throughProvider(elsewhere, person)
    await asSignedIn(elsewhere, async ({ user: me }) => expect(me.email).toBe('owner@acme.test'))
  })

  it('refuses an account that someone else has linked', async () => {
    await withoutPassword()
    expect(await link(await browserOf('admin@acme.test'), person)).toEqual(problem('taken', 'link'))
  })

  it('links one account to one of two people at once', async () => {
    const browsers = await Promise.all(['admin@acme.test', 'viewer@acme.test'].map(browserOf))
    const outcomes = await Promise.all(browsers.map((browser) => link(browser, person, 'google')))
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['linked', 'problem'])
  })

  it('links one account at each provider', async () => {
    const browser = await withoutPassword()
    const second = { ...person, subject: `${person.subject}0` }
    expect(await link(browser, second)).toEqual(problem('linked-already', 'link'))
    expect(await link(browser, second, 'google')).toEqual({ kind: 'linked' })
  })

  it('refuses another session of the same browser', async () => {
    const browser = await browserOf('both@gatehouse.test')
    const sessionId = await asSignedIn(browser, async ({ session: own }) => own.id)
    await browser.run(() => signIn({ email: 'nomad@gatehouse.test', password }))
    const attempt = { provider: 'oidc', purpose: 'link', sessionId } as const
    expect(await throughProvider(browser, person, attempt)).toEqual(problem('ended', 'link'))
    expect(await throughProvider(new Browser(), person, attempt)).toEqual(problem('ended', 'link'))
  })
})

describe('unlinking', () => {
  it('keeps the last way to sign in, even for parallel calls', async () => {
    const browser = await withoutPassword()
    const last = { code: 'LAST_SIGN_IN_METHOD' }
    await expect(unlink(browser)).rejects.toMatchObject(last)
    await link(browser, person, 'google')
    const both = await Promise.allSettled([unlink(browser, 'oidc'), unlink(browser, 'google')])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('ends signing in that way, including pending sign-ins, and reports it', async () => {
    const browser = await withoutPassword()
    await asSignedIn(browser, ({ user: me }) => setPassword({ user: me, requestId: 'r1' }, other))
    const { browser: guarded } = await guard(person.email, other)
    expect(await throughProvider(new Browser(), person)).toMatchObject({ kind: 'code-pending' })
    await unlink(guarded)
    expect(await database().$count(signInChallenge)).toBe(0)
    expect((await world.mailTo(person.email))[0]?.subject).toBe('Local provider was disconnected')
    await expect(unlink(guarded)).rejects.toMatchObject({ code: 'NOT_LINKED' })
  })

  it('shows what is linked', async () => {
    const browser = await withoutPassword()
    const shown = await asSignedIn(browser, ({ user: me }) => linkedProviders(me.id))
    expect(shown.map(({ id, since }) => [id, since !== undefined])).toEqual([
      ['github', false],
      ['google', false],
      ['oidc', true],
    ])
    const data = await asSignedIn(browser, ({ user: me }) => personalDataJson(me.id))
    expect(JSON.parse(data)).toMatchObject({ signInMethods: [{ method: 'oidc' }] })
    expect(data).not.toContain(provider.url)
  })
})

describe('confirming at a provider', () => {
  const confirm = (browser: Browser, who: Person, code?: string) =>
    asSignedIn(browser, async (current) => {
      await startConfirmation(current, { provider: 'oidc', code, next: '/account/data' })
      const visit = await providerVisit()
      return comeBack(browser, await approve(visit?.url ?? '', who))
    })

  it('makes the session fresh', async () => {
    const browser = await withoutPassword()
    await makeStale()
    expect(await confirm(browser, person)).toEqual({ kind: 'confirmed', next: '/account/data' })
    expect(await isFresh(browser)).toBe(true)
  })

  it.each<[string, Partial<Person>]>([
    ['an account that is not linked', { subject: '999' }],
    ['an old sign-in at the provider', { fault: 'old-sign-in' }],
  ])('refuses %s', async (_, change) => {
    const browser = await withoutPassword()
    await makeStale()
    expect(await confirm(browser, { ...person, ...change })).toEqual(problem('not-confirmed', 'confirm'))
    expect(await isFresh(browser)).toBe(false)
  })

  it('asks for the password of someone who has one, and for the code of someone who has two factors', async () => {
    const browser = await browserOf('editor@acme.test')
    await expect(confirm(browser, person)).rejects.toMatchObject({ code: 'HAS_PASSWORD' })
    const keyless = await withoutPassword()
    await asSignedIn(keyless, ({ user: me }) => setPassword({ user: me, requestId: 'r1' }, other))
    const { browser: guarded, key } = await guard(person.email, other)
    await database()
      .delete(account)
      .where(and(eq(account.providerId, 'credential'), eq(account.userId, await idOf())))
    await expect(confirm(guarded, person)).rejects.toMatchObject({ code: 'WRONG_CODE' })
    expect(await confirm(guarded, person, codeAt(key))).toMatchObject({ kind: 'confirmed' })
  })

  async function idOf(): Promise<string> {
    const [found] = await database().select({ id: user.id }).from(user).where(eq(user.email, person.email))
    return found?.id ?? ''
  }
})

describe('a first password', () => {
  it('signs in, and ends the other sessions', async () => {
    const browser = await withoutPassword()
    const elsewhere = await withoutPassword()
    await asSignedIn(browser, ({ user: me }) => setPassword({ user: me, requestId: 'r1' }, other))
    await asSignedIn(browser, async ({ user: me }) => expect(me.hasPassword).toBe(true))
    await expect(asSignedIn(elsewhere, async () => {})).rejects.toThrow('signed out')
    const outcome = await new Browser().run(() => signIn({ email: person.email, password: other }))
    expect(outcome).toBe('signed-in')
  })

  it('is set once', async () => {
    const browser = await withoutPassword()
    const set = () =>
      asSignedIn(browser.copy(), ({ user: me }) => setPassword({ user: me, requestId: 'r1' }, other))
    const both = await Promise.allSettled([set(), set()])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('can be set by mail, which ends all sessions', async () => {
    const browser = await withoutPassword()
    await browser.run(() => requestPasswordReset(person.email))
    const token = tokenOf((await world.mailTo(person.email))[0])
    await new Browser().run(() => resetPassword({ token, password: other }, 'r1'))
    await expect(asSignedIn(browser, async () => {})).rejects.toThrow('signed out')
  })
})
