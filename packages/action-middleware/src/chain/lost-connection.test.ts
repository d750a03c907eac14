import { redirect } from 'next/navigation'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'

import { closeDatabase } from '@kit/db/connection/client'
import { connectOnce } from '@kit/db/connection/connect'
import { demoId } from '@kit/db/demo/demo'
import { createNote } from '@kit/db/testing/fixture-domain/notes'
import { createTestDatabase, type TestDatabase } from '@kit/db/testing/test-database'
import { type LossyProxy, startLossyProxy } from '@kit/db/testing/lossy-proxy'

const userId = demoId('user', 'owner@acme.test')
vi.mock('next/headers', () => ({ headers: async () => new Headers({ origin: 'http://localhost:3000' }) }))
vi.mock('@kit/auth/session/session', () => ({
  getSession: async () => ({ user: { id: userId, role: 'user' }, session: { id: 's1' } }),
}))
vi.mock('@kit/rate-limit/check-limit', () => ({ checkLimit: async () => ({ allowed: true }) }))

const { organizationActionClient } = await import('../clients/organization-action-client')

let database: TestDatabase
let connections: LossyProxy

beforeAll(async () => {
  database = await createTestDatabase()
  connections = await startLossyProxy(database.url)
  vi.stubEnv('DATABASE_URL', connections.url)
})

afterEach(() => connections.lose('nothing'))

afterAll(async () => {
  await closeDatabase()
  await connections.stop()
  await database.drop()
})

const base = organizationActionClient
  .metadata({ name: 'tests.add' })
  .inputSchema(z.strictObject({ organization: z.string(), title: z.string().max(50) }))

const add = base.action(async ({ ctx, parsedInput: { title } }) => {
  await createNote(ctx.db, { title })
  return 'done'
})

const addAndLeave = base.action(async ({ ctx, parsedInput: { title } }) => {
  await createNote(ctx.db, { title })
  redirect('/acme')
})

const notes = (title: string) =>
  connectOnce(database.ownerUrl, (client) => client`SELECT FROM note WHERE title = ${title}`)

describe.each([
  ['answers', add],
  ['redirects', addAndLeave],
])('an action that %s', (kind, action) => {
  it('gets BUSY when the connection is lost before the commit, and nothing is saved', async () => {
    connections.lose('an insert')
    const reply = await action({ organization: 'acme', title: `before ${kind}` })
    expect(reply.serverError).toMatchObject({ code: 'BUSY', retryAfterSeconds: 5 })
    expect(await notes(`before ${kind}`)).toHaveLength(0)
  })

  it('says that the outcome is unknown when the reply to the commit is lost', async () => {
    connections.lose('the reply to a commit')
    const reply = await action({ organization: 'acme', title: `after ${kind}` })
    expect(reply.serverError).toMatchObject({
      code: 'UNCONFIRMED',
      message: expect.stringContaining('Check whether your change was saved'),
    })
    expect(await notes(`after ${kind}`)).toHaveLength(1)
  })
})
