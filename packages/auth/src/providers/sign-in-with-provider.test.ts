import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addLinkedAccount } from '@kit/db/sign-in/linked-accounts'
import { addVerifiedUser, dropUnproved } from '@kit/db/sign-in/verified-sign-up'
import { database } from '@kit/db/connection/client'
import { account, installation, user, verification } from '@kit/db/schema'
import { approve } from '@kit/openid-provider/approve'
import { settingsFor } from '@kit/openid-provider/client'
import { faults, type Person } from '@kit/openid-provider/person'
import { type OpenidProvider, startOpenidProvider } from '@kit/openid-provider/server'
import { signIn, signUp, verifyEmail } from '../session/credentials'
import { asSignedIn } from '../testing/signed-in'
import { comeBack, throughProvider, visit } from '../testing/provider'
import { Browser, startWorld, tokenOf } from '../testing/testing'
import { untilWaiting } from '../testing/waiting'
import { guard } from '../testing/two-factor'
import type { ProviderOutcome } from './finish-attempt'
import { providerIds } from './provider-ids'

const password = 'open-the-gate-2026'
const nomad = 'nomad@gatehouse.test'

let provider: OpenidProvider
let world: Awaited<ReturnType<typeof startWorld>>

beforeAll(async () => {
  // A provider that accepts a code more than once, so only the app can refuse a reused one.
  provider = await startOpenidProvider({ reusableCodes: true })
  world = await startWorld(settingsFor(provider.url))
})

afterAll(async () => {
  await world.stop()
  await provider.stop()
})

let count = 0
let stranger: Person

beforeEach(() => {
  count += 1
  stranger = {
    subject: String(1000 + count),
    name: 'Ada Lovelace',
    email: `ada${count}@example.test`,
    emailVerified: true,
  }
})

const accountsOf = (email: string) =>
  database()
    .select({ provider: account.providerId, id: account.accountId, password: account.password })
    .from(account)
    .innerJoin(user, eq(user.id, account.userId))
    .where(eq(user.email, email))

const signedIn = { kind: 'signed-in', isNew: false, next: undefined }
const asNew = { ...signedIn, isNew: true }
const problem = (name: string) => ({ kind: 'problem', problem: name, purpose: 'sign-in' })

describe.each(providerIds)('%s', (id) => {
  it('makes no account where sign-up is closed for the email, but still signs in people who have one', async () => {
    const attempt = { provider: id, purpose: 'sign-in' } as const
    const other = { ...stranger, subject: `${stranger.subject}0`, email: `other-${stranger.email}` }
    expect(await throughProvider(new Browser(), stranger, attempt)).toMatchObject(asNew)
    try {
      for (const settings of [
        { signUp: 'invitation' },
        { signUp: 'domains', signUpDomains: 'listed.test' },
      ] as const) {
        await database().update(installation).set(settings)
        expect(await throughProvider(new Browser(), other, attempt)).toEqual(problem('sign-up-closed'))
        expect(await accountsOf(other.email)).toEqual([])
        expect(await throughProvider(new Browser(), stranger, attempt)).toMatchObject(signedIn)
      }
      await database().update(installation).set({ signUpDomains: 'example.test' })
      expect(await throughProvider(new Browser(), other, attempt)).toMatchObject(asNew)
    } finally {
      await database().update(installation).set({ signUp: 'open', signUpDomains: '' })
    }
  })

  it('makes an account for someone new, then finds it again', async () => {
    const attempt = { provider: id, purpose: 'sign-in', next: '/acme' } as const
    const browser = new Browser()
    expect(await throughProvider(browser, stranger, attempt)).toEqual({ ...asNew, next: '/acme' })
    await asSignedIn(browser, async ({ user: me, session: own }) => {
      expect(me).toMatchObject({
        email: stranger.email,
        emailVerified: true,
        name: 'Ada Lovelace',
        hasPassword: false,
      })
      expect(own.confirmedAt).not.toBeNull()
    })
    expect(await throughProvider(new Browser(), stranger, attempt)).toEqual({ ...signedIn, next: '/acme' })
    expect(await accountsOf(stranger.email)).toHaveLength(1)
  })

  it('stores no token of the provider', async () => {
    await throughProvider(new Browser(), stranger, { provider: id, purpose: 'sign-in' })
    const [stored] = await database()
      .select()
      .from(account)
      .orderBy(account.createdAt)
      .where(eq(account.providerId, id))
    expect(stored).toMatchObject({ accessToken: null, refreshToken: null, idToken: null, scope: null })
  })

  it('refuses an email that the provider has not verified', async () => {
    const attempt = { provider: id, purpose: 'sign-in' } as const
    const unverified = { ...stranger, emailVerified: false }
    expect(await throughProvider(new Browser(), unverified, attempt)).toEqual(problem('unverified'))
    expect(await throughProvider(new Browser(), { ...unverified, email: nomad }, attempt)).toEqual(
      problem('unverified'),
    )
    expect(await accountsOf(stranger.email)).toEqual([])
  })
})

it('links the account whose owner has verified the same email, and reports it', async () => {
  const browser = new Browser()
  expect(await throughProvider(browser, { ...stranger, email: 'Editor@Acme.test' })).toEqual(signedIn)
  expect(await accountsOf('editor@acme.test')).toHaveLength(2)
  const [, linked] = await world.mailTo('editor@acme.test')
  expect(linked?.subject).toBe('Local provider is connected to your account')
  // They have a password, which a browser that the provider knows must not replace.
  await asSignedIn(browser, async ({ session: own }) => expect(own.confirmedAt).toBeNull())
})

it('keeps nothing of an account that a stranger registered with the email first', async () => {
  const { email } = stranger
  const attacker = new Browser()
  await attacker.run(() => signUp({ name: 'Attacker', email, password }))
  const token = tokenOf((await world.mailTo(email))[0])
  const browser = new Browser()
  expect(await throughProvider(browser, stranger)).toEqual(asNew)
  await asSignedIn(browser, async ({ user: me }) => expect(me.name).toBe('Ada Lovelace'))
  const wrong = { code: 'INVALID_CREDENTIALS' }
  await expect(attacker.run(() => signIn({ email, password }))).rejects.toMatchObject(wrong)
  await expect(attacker.run(() => verifyEmail({ token, password }))).rejects.toMatchObject({
    code: 'INVALID_TOKEN',
  })
  expect((await accountsOf(email)).filter(({ password: hash }) => hash !== null)).toEqual([])
})

it('asks someone with two-factor authentication for the code', async () => {
  const email = 'viewer@acme.test'
  const person = { ...stranger, email }
  await throughProvider(new Browser(), person)
  await guard(email, password)
  const browser = new Browser()
  expect(await throughProvider(browser, person)).toEqual({ kind: 'code-pending', next: undefined })
  expect(browser.isSignedIn).toBe(false)
})

it('links nothing by email to someone with two-factor authentication', async () => {
  const email = 'owner@acme.test'
  await guard(email, password)
  const browser = new Browser()
  expect(await throughProvider(browser, { ...stranger, email })).toEqual(problem('link-first'))
  expect(await accountsOf(email)).toHaveLength(1)
})

it('links no second account at a provider by email', async () => {
  await throughProvider(new Browser(), stranger)
  expect(await throughProvider(new Browser(), { ...stranger, subject: '7' })).toEqual(problem('link-first'))
})

it.each([true, false])('refuses a suspended account (verified: %s)', async (emailVerified) => {
  const email = `banned${emailVerified}@example.test`
  await database().insert(user).values({ name: 'Banned', email, emailVerified, banned: true })
  const browser = new Browser()
  expect(await throughProvider(browser, { ...stranger, email })).toEqual(problem('suspended'))
  expect(browser.isSignedIn).toBe(false)
  expect(await accountsOf(email)).toEqual([])
})

it('keeps a subject of one provider apart from the same at another', async () => {
  await throughProvider(new Browser(), stranger, { provider: 'oidc', purpose: 'sign-in' })
  const other = { ...stranger, email: `other${count}@example.test` }
  expect(await throughProvider(new Browser(), other, { provider: 'google', purpose: 'sign-in' })).toEqual(
    asNew,
  )
})

it('makes one account from two first sign-ins at once', async () => {
  const kinds = await Promise.all([1, 2].map(() => throughProvider(new Browser(), stranger)))
  expect(kinds.map(({ kind }) => kind)).toEqual(['signed-in', 'signed-in'])
  expect(await accountsOf(stranger.email)).toHaveLength(1)
})

it('finds the account that another first sign-in makes while it waits', async () => {
  await signUp({ name: 'A stranger', email: stranger.email, password })
  let waiting: Promise<ProviderOutcome> | undefined
  await database().transaction(async (transaction) => {
    await dropUnproved(transaction, stranger.email)
    waiting = throughProvider(new Browser(), stranger)
    await untilWaiting()
    const { id } = await addVerifiedUser(transaction, { name: 'Ada Lovelace', email: stranger.email })
    await addLinkedAccount(transaction, id, {
      provider: 'oidc',
      accountId: `${provider.url}/oidc ${stranger.subject}`,
    })
  })
  expect(await waiting).toMatchObject(signedIn)
})

describe('the way back', () => {
  it('works once, even for parallel requests', async () => {
    const browser = new Browser()
    const callback = await approve(await visit(browser, { provider: 'oidc', purpose: 'sign-in' }), stranger)
    const twins = Array.from({ length: 20 }, () => browser.copy())
    const outcomes = await Promise.all(twins.map((twin) => comeBack(twin, callback)))
    expect(outcomes.filter(({ kind }) => kind === 'signed-in')).toHaveLength(1)
    expect(await comeBack(browser, callback)).toEqual(problem('ended'))
  })

  it('refuses the state of another browser, and does not end the visit', async () => {
    const [victim, attacker] = [new Browser(), new Browser()]
    const [url, other] = [
      await visit(victim, { provider: 'oidc', purpose: 'sign-in' }),
      await visit(attacker, { provider: 'oidc', purpose: 'sign-in' }),
    ]
    const forged = await approve(other, stranger)
    expect(await comeBack(victim, forged)).toEqual(problem('ended'))
    const swapped = new URL(forged)
    swapped.searchParams.set('state', new URL(url).searchParams.get('state') ?? '')
    expect(await comeBack(victim.copy(), swapped.href)).toEqual(problem('failed'))
    expect(victim.isSignedIn).toBe(false)
  })

  it('refuses a browser that never began a visit', async () => {
    const url = await visit(new Browser(), { provider: 'oidc', purpose: 'sign-in' })
    expect(await comeBack(new Browser(), await approve(url, stranger))).toEqual(problem('ended'))
  })

  it('refuses a visit that took too long', async () => {
    const browser = new Browser()
    const url = await visit(browser, { provider: 'oidc', purpose: 'sign-in' })
    await database()
      .update(verification)
      .set({ expiresAt: new Date(0) })
    expect(await comeBack(browser, await approve(url, stranger))).toEqual(problem('ended'))
  })

  it("refuses another provider's answer", async () => {
    const browser = new Browser()
    const url = new URL(await visit(browser, { provider: 'oidc', purpose: 'sign-in' }))
    const callback = await approve(url.href, stranger)
    expect(await comeBack(browser.copy(), callback.replace('/callback/oidc', '/callback/google'))).toEqual(
      problem('ended'),
    )
  })

  it('refuses a code from another provider, even if it names its own', async () => {
    const browser = new Browser()
    const url = await visit(browser, { provider: 'oidc', purpose: 'sign-in' })
    const atAttacker = url.replace('/oidc/authorize', '/google/authorize')
    expect(await comeBack(browser, await approve(atAttacker, stranger))).toEqual(problem('failed'))
  })

  it.each(faults.filter((fault) => !['another-subject', 'old-sign-in'].includes(fault)))(
    'refuses a wrong answer: %s',
    async (fault) => {
      const browser = new Browser()
      expect(await throughProvider(browser, { ...stranger, fault })).toEqual(problem('failed'))
      expect(browser.isSignedIn).toBe(false)
      expect(await accountsOf(stranger.email)).toEqual([])
    },
  )

  it('says that the person declined', async () => {
    expect(await throughProvider(new Browser(), 'declines')).toEqual(problem('cancelled'))
  })
})
