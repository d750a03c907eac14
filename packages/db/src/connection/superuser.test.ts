import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { closeDatabase } from './client'
import { demoId } from '../demo/demo'
import { listTasks } from '../tasks/tasks'
import { withTenant } from '../tenancy/tenant'
import { createTestDatabase } from '../testing/test-database'
import type { TestDatabase } from '../testing/test-database'
import { claimOf } from '../testing/use-test-database'

// A developer's DATABASE_URL is often a superuser's, whom row-level security does not bind. Production refuses it.

let db: TestDatabase | undefined

beforeAll(async () => {
  db = await createTestDatabase()
  vi.stubEnv('DATABASE_URL', db.ownerUrl)
})

afterAll(async () => {
  await closeDatabase()
  await db?.drop()
})

test('a superuser is bound too, within a tenant transaction', async () => {
  const rows = await withTenant(claimOf('acme', 'owner@acme.test'), async (tenant) => {
    expect((await listTasks(tenant, { sort: 'newest', limit: 100 })).tasks).toHaveLength(60)
    return tenant.execute(sql`SELECT DISTINCT organization_id FROM task`)
  })
  expect([...rows]).toEqual([{ organization_id: demoId('organization', 'acme') }])
})
