import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { z } from 'zod'

import { closeDatabase } from '@kit/db/connection/client'
import { demoId } from '@kit/db/demo/demo'
import { createNote, lockNotes } from '@kit/db/testing/fixture-domain/notes'
import { createTestDatabase } from '@kit/db/testing/test-database'
import { withTenant } from '@kit/db/tenancy/tenant'

const userId = demoId('user', 'owner@acme.test')
vi.mock('next/headers', () => ({ headers: async () => new Headers({ origin: 'http://localhost:3000' }) }))
vi.mock('@kit/auth/session/session', () => ({
  getSession: async () => ({ user: { id: userId, role: 'user' }, session: { id: 's1' } }),
}))

const { organizationActionClient } = await import('../clients/organization-action-client')

let drop: () => Promise<void>

beforeAll(async () => {
  const database = await createTestDatabase()
  vi.stubEnv('DATABASE_URL', database.url)
  drop = database.drop
})

afterAll(async () => {
  await closeDatabase()
  await drop()
})

it('completes one of two deadlocked calls and asks the other to try again', async () => {
  const [one, other] = await withTenant({ organization: 'acme', userId }, async (db) => [
    await createNote(db, { title: 'One' }),
    await createNote(db, { title: 'Other' }),
  ])
  let arrived = 0
  const locking = organizationActionClient
    .metadata({ name: 'tests.lock' })
    .inputSchema(z.strictObject({ organization: z.string(), ids: z.array(z.uuid()).max(2) }))
    .action(async ({ ctx, parsedInput: { ids } }) => {
      await lockNotes(ctx.db, ids.slice(0, 1))
      arrived += 1
      await vi.waitUntil(() => arrived === 2, { timeout: 10_000 })
      await lockNotes(ctx.db, ids.slice(1))
      return 'done'
    })
  const ids = [one?.id ?? '', other?.id ?? '']
  const results = await Promise.all(
    [ids, ids.toReversed()].map((inOrder) => locking({ organization: 'acme', ids: inOrder })),
  )
  expect(results).toContainEqual({ data: 'done' })
  expect(results).toContainEqual({
    serverError: {
      code: 'CONFLICT',
      message: 'Someone else changed this at the same time. Nothing was saved. Try again.',
      requestId: expect.any(String),
    },
  })
})
