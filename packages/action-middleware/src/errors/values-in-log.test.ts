import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { z } from 'zod'

import { closeDatabase } from '@kit/db/connection/client'
import { demoId } from '@kit/db/demo/demo'
import { createNote } from '@kit/db/testing/fixture-domain/notes'
import { withTenant } from '@kit/db/tenancy/tenant'
import { createTestDatabase, type TestDatabase } from '@kit/db/testing/test-database'
import { logger } from '@kit/log/logger'

vi.mock('next/headers', () => ({ headers: async () => new Headers({ origin: 'http://localhost:3000' }) }))
vi.mock('@kit/rate-limit/check-limit', () => ({ checkLimit: async () => ({ allowed: true }) }))

const { publicActionClient } = await import('../clients/public-action-client')

const userId = demoId('user', 'owner@acme.test')
let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
  vi.stubEnv('DATABASE_URL', database.url)
})

afterAll(async () => {
  await closeDatabase()
  await database.drop()
})

const find = publicActionClient
  .metadata({ name: 'tests.find' })
  .inputSchema(z.strictObject({ id: z.string().max(50) }))
  .action(async ({ parsedInput: { id } }) => {
    await withTenant({ organization: 'acme', userId }, (db) => createNote(db, { title: id }))
    return 'done'
  })

it('an action whose query fails logs the statement and the code, and no value', async () => {
  const log = vi.spyOn(logger, 'error').mockReturnValue()
  const reply = await find({ id: 'typed-value\u0000' })
  expect(reply.serverError).toMatchObject({ code: 'INTERNAL' })
  const [event] = log.mock.calls[0] ?? []
  expect(event).toMatchObject({ action: 'tests.find', requestId: reply.serverError?.requestId })
  const text = JSON.stringify(event)
  expect(text).toMatch(/Failed query: insert/i)
  expect(text).toContain('22021')
  expect(text).not.toContain('typed-value')
})
