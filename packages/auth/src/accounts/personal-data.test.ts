import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { database } from '@kit/db/connection/client'
import { demoId } from '@kit/db/demo/demo'
import { renameOrganization } from '@kit/db/organizations/changes'
import { account, knownBrowser, passkey, session, user, verification } from '@kit/db/schema'
import { withExclusiveTenant } from '@kit/db/tenancy/tenant'
import { requestPasswordReset, signIn } from '../session/credentials'
import { Browser, startWorld } from '../testing/testing'
import { personalDataJson } from './personal-data'

const email = 'owner@acme.test'
const userId = demoId('user', email)

let world: Awaited<ReturnType<typeof startWorld>>

beforeAll(async () => {
  world = await startWorld()
  await new Browser().run(() => signIn({ email, password: 'open-the-gate-2026' }))
  await new Browser().run(() => requestPasswordReset(email))
  await database().insert(passkey).values({
    userId,
    name: 'Laptop',
    credentialId: 'the-credential-of-a-laptop',
    publicKey: 'the-key-of-a-laptop',
    counter: 0,
  })
})

afterAll(() => world.stop())

const read = async () => JSON.parse(await personalDataJson(userId))

it('contains the profile, sessions, memberships and what the person did', async () => {
  await withExclusiveTenant({ organization: 'acme', userId, action: 'organizations.rename' }, (db) =>
    renameOrganization(db, { name: 'Acme Works' }),
  )
  const data = await read()
  expect(data.profile).toMatchObject({ id: userId, email })
  expect(data.signInMethods).toMatchObject([{ method: 'credential' }])
  expect(data.sessions).toHaveLength(1)
  expect(data.knownBrowsers).toHaveLength(1)
  expect(data.passkeys).toMatchObject([{ name: 'Laptop', lastUsedAt: null }])
  expect(data.organizations).toMatchObject([{ slug: 'acme', role: 'owner' }])
  expect(data.activity).toContainEqual(
    expect.objectContaining({ organization: 'acme', of: 'organization', at: expect.any(String) }),
  )
})

it('contains no secret and nothing of others', async () => {
  const json = await personalDataJson(userId)
  const secrets = [
    ...(await database().select({ text: account.password }).from(account)),
    ...(await database().select({ text: session.token }).from(session)),
    ...(await database().select({ text: session.id }).from(session)),
    ...(await database().select({ text: passkey.credentialId }).from(passkey)),
    ...(await database().select({ text: passkey.publicKey }).from(passkey)),
    ...(await database().select({ text: knownBrowser.hash }).from(knownBrowser)),
    ...(await database().select({ text: verification.identifier }).from(verification)),
  ]
  expect(secrets.length).toBeGreaterThan(10)
  for (const { text } of secrets) expect(json).not.toContain(text)
  for (const other of await database().select().from(user)) {
    if (other.id === userId) continue
    expect(json).not.toContain(other.email)
    expect(json).not.toContain(other.id)
  }
})

it('is bounded', async () => {
  const rows = Array.from({ length: 700 }, (_, n) => ({
    userId,
    token: `token-${n}`,
    expiresAt: new Date(Date.now() + 1000),
  }))
  await database().insert(session).values(rows)
  const data = await read()
  expect(data.sessions).toHaveLength(500)
  await database().delete(session).where(eq(session.userId, userId))
})

it('fails when the account is gone', async () => {
  await expect(personalDataJson('00000000-0000-4000-8000-000000000000')).rejects.toMatchObject({
    code: 'UNAUTHORIZED',
  })
})
