import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { database } from '@kit/db/connection/client'
import { demoId } from '@kit/db/demo/demo'
import { deletePasskey } from '@kit/db/passkeys/own'
import { account, passkey } from '@kit/db/schema'
import { startWorld } from '../testing/testing'
import { keepSignInMethod } from './keep-sign-in-method'

const userId = demoId('user', 'nomad@gatehouse.test')

let world: Awaited<ReturnType<typeof startWorld>>

beforeAll(async () => {
  world = await startWorld({ GITHUB_CLIENT_ID: 'id', GITHUB_CLIENT_SECRET: 'secret' })
})

afterAll(() => world.stop())

let ids: string[] = []

beforeEach(async () => {
  await database().delete(passkey)
  const values = ['first', 'second'].map((name) => ({
    userId,
    name,
    credentialId: `${name}-credential-id`,
    publicKey: 'a-public-key-of-cose',
    counter: 0,
  }))
  const inserted = await database().insert(passkey).values(values).returning({ id: passkey.id })
  ids = inserted.map(({ id }) => id)
})

const password = and(eq(account.userId, userId), eq(account.providerId, 'credential'))
const dropPassword = () => database().update(account).set({ password: null }).where(password)
const remove = (id: string) =>
  keepSignInMethod(userId, (transaction) => deletePasskey(transaction, { userId, id }))
const left = () => database().$count(passkey, eq(passkey.userId, userId))
const last = { code: 'LAST_SIGN_IN_METHOD' }

it('allows removing every passkey while there is a password', async () => {
  for (const id of ids) await remove(id)
  expect(await left()).toBe(0)
})

it('keeps the last passkey of someone without a password, even for parallel calls', async () => {
  await dropPassword()
  const endings = await Promise.allSettled(ids.flatMap((id) => [remove(id), remove(id)]))
  expect(endings.some(({ status }) => status === 'fulfilled')).toBe(true)
  expect(await left()).toBe(1)
  const [own] = await database().select().from(passkey)
  await expect(remove(own?.id ?? '')).rejects.toMatchObject(last)
})

it('counts a linked provider', async () => {
  await database().insert(account).values({ userId, providerId: 'github', accountId: '1' })
  for (const id of ids) await remove(id)
  expect(await left()).toBe(0)
  const unlink = () =>
    keepSignInMethod(userId, (transaction) =>
      transaction.delete(account).where(and(eq(account.userId, userId), eq(account.providerId, 'github'))),
    )
  await expect(unlink()).rejects.toMatchObject(last)
})
