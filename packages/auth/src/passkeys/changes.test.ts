import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { database } from '@kit/db/connection/client'
import { demoId } from '@kit/db/demo/demo'
import { account, auditEvent, passkey, session } from '@kit/db/schema'
import { passkeyBounds } from '@kit/db/passkeys/values'
import { reportSignIn } from '../browsers/report-sign-in'
import { signIn } from '../session/credentials'
import { getSession } from '../session/session'
import { Authenticator } from '../testing/authenticator'
import { forgetLimits } from '../testing/forget-limits'
import { add, here, signInBy } from '../testing/passkeys'
import { asSignedIn } from '../testing/signed-in'
import { Browser, startWorld, tokenOf } from '../testing/testing'
import { addPasskey, startAddingPasskey } from './add-passkey'
import { newChallenge } from './challenge'
import { removePasskey, renamePasskey } from './changes'
import { confirmWithPasskey, startPasskeyConfirmation } from './confirm-with-passkey'

const password = 'open-the-gate-2026'
const email = 'nomad@gatehouse.test'
const userId = demoId('user', email)
const authenticator = new Authenticator(email)
const wrong = { name: 'CredentialsError', code: 'WRONG_PASSKEY' }
const requestId = 'r1'

let world: Awaited<ReturnType<typeof startWorld>>
let browser: Browser

beforeAll(async () => {
  world = await startWorld()
})

afterAll(() => world.stop())

beforeEach(async () => {
  await forgetLimits()
  await database().delete(passkey)
  browser = new Browser()
  await browser.run(() => signIn({ email, password }))
})

const stored = () => database().select().from(passkey).where(eq(passkey.userId, userId))
const latestMail = async () => (await world.mailTo(email))[0]

describe('adding a passkey', () => {
  it('stores it, records who did it without its keys, and mails a link that undoes it', async () => {
    await add(browser, authenticator)
    const [one] = await stored()
    expect(one).toMatchObject({ name: 'Laptop', credentialId: authenticator.credentialId, counter: 0 })
    const [event] = await database()
      .select()
      .from(auditEvent)
      .where(eq(auditEvent.targetId, one?.id ?? ''))
    expect(event).toMatchObject({ actorId: userId, action: 'passkeys.add', targetType: 'passkey', requestId })
    expect(Object.keys(event?.changes ?? {}).toSorted()).toEqual(['created_at', 'name', 'user_id'])

    const mail = await latestMail()
    expect(mail?.subject).toBe('A passkey was added to your account')
    expect(mail?.text).toContain('“Laptop”')
    await reportSignIn(tokenOf(mail), requestId)
    expect(await stored()).toEqual([])
    expect(await browser.run(getSession)).toBeNull()
    await expect(signInBy(new Browser(), authenticator, { userId })).rejects.toMatchObject(wrong)
    await database()
      .update(account)
      .set({ password: await passwordOfOthers() })
      .where(and(eq(account.userId, userId), eq(account.providerId, 'credential')))
  })

  it.each([
    ['a foreign origin', { origin: 'https://evil.example' }],
    ['another relying party', { rpId: 'evil.example' }],
    ['a frame of another site', { crossOrigin: true }],
    ['no verification', { isVerified: false }],
    ['no presence', { isPresent: false }],
    ['an answer to another question', { type: 'webauthn.get' }],
  ])('refuses %s', async (_, changes) => {
    await expect(add(browser, authenticator, changes)).rejects.toMatchObject(wrong)
    expect(await stored()).toEqual([])
  })

  it('accepts a challenge once, in its own session, for its own purpose and for ten minutes', async () => {
    const elsewhere = new Browser()
    await elsewhere.run(() => signIn({ email, password }))
    const send = (from: Browser, challenge: string, by = authenticator) =>
      asSignedIn(from, (current) =>
        addPasskey({ ...current, requestId }, { name: 'Phone', attestation: by.attest(challenge, here()) }),
      )
    const { challenge } = await asSignedIn(browser, startAddingPasskey)
    await expect(send(elsewhere, challenge)).rejects.toMatchObject(wrong)
    const holder = await asSignedIn(browser, async ({ session: { id } }) => id)
    const past = Date.now() - passkeyBounds.challengeMinutes * 60_000
    for (const other of [
      newChallenge({ use: 'confirm', holder }),
      newChallenge({ use: 'sign-in', holder }),
      newChallenge({ use: 'add', holder }, past),
    ])
      await expect(send(browser, other)).rejects.toMatchObject(wrong)
    await send(browser, challenge)
    await expect(send(browser, challenge, new Authenticator('second'))).rejects.toMatchObject(wrong)
    expect(await stored()).toHaveLength(1)
  })

  it('refuses someone else’s passkey, and a twenty-first one', async () => {
    const theirs = new Browser()
    await theirs.run(() => signIn({ email: 'viewer@acme.test', password }))
    await add(theirs, authenticator)
    await expect(add(browser, authenticator)).rejects.toMatchObject(wrong)
    await database().delete(passkey)

    const many = Array.from({ length: passkeyBounds.most + 3 }, (_, at) => new Authenticator(`key ${at}`))
    const endings = await Promise.allSettled(many.map((each) => add(browser, each)))
    expect(endings.filter(({ status }) => status === 'fulfilled')).toHaveLength(passkeyBounds.most)
    await expect(add(browser, authenticator)).rejects.toMatchObject({ code: 'TOO_MANY_PASSKEYS' })
  })

  it('is refused once the session has ended', async () => {
    await asSignedIn(browser, async (current) => {
      const { challenge } = await startAddingPasskey(current)
      await database().delete(session).where(eq(session.id, current.session.id))
      const attestation = authenticator.attest(challenge, here())
      await expect(
        addPasskey({ ...current, requestId }, { name: 'Phone', attestation }),
      ).rejects.toMatchObject(wrong)
    })
    expect(await stored()).toEqual([])
  })
})

describe('confirming with a passkey', () => {
  const confirm = (changes: Parameters<typeof here>[0] = {}, by = authenticator) =>
    asSignedIn(browser, async (current) => {
      const { challenge } = await startPasskeyConfirmation(current)
      await confirmWithPasskey(current, by.assert(challenge, here(changes)))
    })
  const confirmedAt = async () => (await browser.run(getSession))?.session.confirmedAt
  const forget = () => database().update(session).set({ confirmedAt: null })

  it('makes this session fresh and no other', async () => {
    await add(browser, authenticator)
    const elsewhere = new Browser()
    await elsewhere.run(() => signIn({ email, password }))
    await forget()
    await confirm()
    expect(await confirmedAt()).toBeInstanceOf(Date)
    expect((await elsewhere.run(getSession))?.session.confirmedAt).toBeNull()
  })

  it('refuses what a sign-in refuses, and someone else’s passkey', async () => {
    await add(browser, authenticator)
    const theirs = new Browser()
    await theirs.run(() => signIn({ email: 'viewer@acme.test', password }))
    const stranger = new Authenticator('viewer')
    await add(theirs, stranger)
    await forget()
    for (const changes of [
      { isVerified: false },
      { origin: 'https://evil.example' },
      { rpId: 'evil.example' },
    ])
      await expect(confirm(changes)).rejects.toMatchObject(wrong)
    await expect(confirm({}, stranger)).rejects.toMatchObject(wrong)
    expect(await confirmedAt()).toBeNull()
  })
})

describe('renaming and removing a passkey', () => {
  it('reports both by mail, and records both', async () => {
    await add(browser, authenticator)
    const [one] = await stored()
    const id = one?.id ?? ''
    const caller = await asSignedIn(browser, async ({ user }) => ({ user, requestId }))
    await renamePasskey(caller, { id, name: 'Old laptop' })
    expect(await latestMail()).toMatchObject({ subject: 'A passkey was renamed' })
    await removePasskey(caller, id)
    expect(await latestMail()).toMatchObject({ subject: 'A passkey was removed from your account' })
    const events = await database().select().from(auditEvent).where(eq(auditEvent.targetId, id))
    expect(events.map(({ action }) => action).toSorted()).toEqual([
      'passkeys.add',
      'passkeys.remove',
      'passkeys.rename',
    ])
    await expect(removePasskey(caller, id)).rejects.toMatchObject({ code: 'PASSKEY_GONE' })
    await expect(renamePasskey(caller, { id, name: 'x' })).rejects.toMatchObject({ code: 'PASSKEY_GONE' })
  })

  it("leaves someone else's alone", async () => {
    await add(browser, authenticator)
    const [one] = await stored()
    const stranger = {
      user: { id: demoId('user', 'viewer@acme.test'), email: 'viewer@acme.test' },
      requestId,
    }
    await expect(removePasskey(stranger, one?.id ?? '')).rejects.toMatchObject({ code: 'PASSKEY_GONE' })
    expect(await stored()).toHaveLength(1)
  })

  it('keeps the last way to sign in', async () => {
    await add(browser, authenticator)
    await database().update(account).set({ password: null }).where(eq(account.userId, userId))
    const [one] = await stored()
    const caller = { user: { id: userId, email }, requestId }
    await expect(removePasskey(caller, one?.id ?? '')).rejects.toMatchObject({ code: 'LAST_SIGN_IN_METHOD' })
    expect(await stored()).toHaveLength(1)
  })
})

async function passwordOfOthers(): Promise<string | null> {
  const [found] = await database()
    .select({ password: account.password })
    .from(account)
    .where(eq(account.userId, demoId('user', 'viewer@acme.test')))
  return found?.password ?? null
}
