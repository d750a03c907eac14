import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { eq } from 'drizzle-orm'
import { database } from '@kit/db/connection/client'
import { user } from '@kit/db/schema'
import { queueMail } from '@kit/mail/queue'
import { requestPasswordReset, signUp } from '../session/credentials'
import { Browser, startWorld } from '../testing/testing'

vi.mock('@kit/mail/queue', { spy: true })

const email = 'ada@example.test'
const password = 'a-quiet-garden-wall'

let world: Awaited<ReturnType<typeof startWorld>>

beforeAll(async () => {
  world = await startWorld()
})

afterAll(() => world.stop())

beforeEach(async () => {
  await database().delete(user).where(eq(user.email, email))
})

const there = () => database().select().from(user).where(eq(user.email, email))
const join = () => new Browser().run(() => signUp({ name: 'Ada', email, password }))
const reset = (of: string) => new Browser().run(() => requestPasswordReset(of))

/** A statement that fails, as it would while the database goes down. */
const failOnce = () =>
  vi.mocked(queueMail).mockImplementationOnce(async (transaction) => {
    await transaction.execute(sql`SELECT 1 / 0`)
  })

it('a sign-up whose mail cannot be queued fails, and leaves no account', async () => {
  failOnce()
  await expect(join()).rejects.toThrow('Failed query')
  expect(await there()).toEqual([])
  expect(await world.mailTo(email)).toEqual([])
  await join()
  expect(await there()).toHaveLength(1)
  expect(await world.mailTo(email)).toHaveLength(1)
})

it('a known email’s sign-up and a reset fail too, instead of saying that mail was sent', async () => {
  await join()
  failOnce()
  await expect(join()).rejects.toThrow('Failed query')
  failOnce()
  await expect(reset('owner@acme.test')).rejects.toThrow('Failed query')
  await reset('owner@acme.test')
  expect(await world.mailTo('owner@acme.test')).toHaveLength(1)
})

it('the account and its mail are one transaction', async () => {
  const seen: unknown[] = []
  vi.mocked(queueMail).mockImplementationOnce(async () => {
    // Another connection: nothing is committed yet.
    seen.push(...(await there()))
  })
  await join()
  expect(seen).toEqual([])
  expect(await there()).toHaveLength(1)
})
