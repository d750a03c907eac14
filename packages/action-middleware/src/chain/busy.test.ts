import postgres from 'postgres'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { z } from 'zod'

import { closeDatabase } from '@kit/db/connection/client'
import { demoId } from '@kit/db/demo/demo'
import { createNote, updateNotes } from '@kit/db/testing/fixture-domain/notes'
import { createTestDatabase, type TestDatabase } from '@kit/db/testing/test-database'
import { withTenant } from '@kit/db/tenancy/tenant'

const userId = demoId('user', 'owner@acme.test')
vi.mock('next/headers', () => ({ headers: async () => new Headers({ origin: 'http://localhost:3000' }) }))
vi.mock('@kit/auth/session/session', () => ({
  getSession: async () => ({ user: { id: userId, role: 'user' }, session: { id: 's1' } }),
}))

const { organizationActionClient } = await import('../clients/organization-action-client')

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
  vi.stubEnv('DATABASE_URL', database.url)
})

afterAll(async () => {
  await closeDatabase()
  await database.drop()
})

const rename = organizationActionClient
  .metadata({ name: 'tests.rename' })
  .inputSchema(z.strictObject({ organization: z.string(), id: z.uuid(), title: z.string().max(50) }))
  .action(async ({ ctx, parsedInput: { id, title } }) => {
    await updateNotes(ctx.db, [id], { title })
    return 'done'
  })

const busy = {
  code: 'BUSY',
  message: 'Busy. Try again in 5 seconds.',
  retryAfterSeconds: 5,
  requestId: expect.any(String),
}

it('a call that waits too long for a lock gets BUSY', async () => {
  const note = await withTenant({ organization: 'acme', userId }, (db) => createNote(db, { title: 'Locked' }))
  const owner = postgres(database.ownerUrl, { max: 1 })
  await owner.begin(async (transaction) => {
    await transaction`SELECT FROM note WHERE id = ${note.id} FOR UPDATE`
    const result = await rename({ organization: 'acme', id: note.id, title: 'Changed' })
    expect(result).toEqual({ serverError: busy })
  })
  await owner.end()
  expect(await rename({ organization: 'acme', id: note.id, title: 'Changed' })).toEqual({ data: 'done' })
})
