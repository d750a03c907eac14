import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { closeDatabase } from './client'
import { demoId } from '../demo/demo'
import { withTenant } from '../tenancy/tenant'
import { createNote, listNotes } from '../testing/fixture-domain/notes'
import { createTestDatabase } from '../testing/test-database'
import type { TestDatabase } from '../testing/test-database'
import { claimOf } from '../testing/use-test-database'

// In development, DATABASE_URL often names a superuser, who bypasses row-level security. Production refuses one.

let db: TestDatabase | undefined

beforeAll(async () => {
  db = await createTestDatabase()
  vi.stubEnv('DATABASE_URL', db.ownerUrl)
})

afterAll(async () => {
  await closeDatabase()
  await db?.drop()
})

test('row-level security applies to a superuser in a tenant transaction too', async () => {
  for (const slug of ['acme', 'globex'])
    await withTenant(claimOf(slug, `owner@${slug}.test`), (tenant) => createNote(tenant, { title: slug }))
  const rows = await withTenant(claimOf('acme', 'owner@acme.test'), async (tenant) => {
    expect((await listNotes(tenant)).map(({ title }) => title)).toEqual(['acme'])
    return tenant.execute(sql`SELECT DISTINCT organization_id FROM note`)
  })
  expect([...rows]).toEqual([{ organization_id: demoId('organization', 'acme') }])
})
