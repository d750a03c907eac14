import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { closeDatabase } from './client'
import { demoId } from '../demo/demo'
import { withTenant } from '../tenancy/tenant'
import { createNote, listNotes } from '../testing/fixture-domain/notes'
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
  for (const slug of ['acme', 'globex'])
    await withTenant(claimOf(slug, `owner@${slug}.test`), (tenant) => createNote(tenant, { title: slug }))
  const rows = await withTenant(claimOf('acme', 'owner@acme.test'), async (tenant) => {
    expect((await listNotes(tenant)).map(({ title }) => title)).toEqual(['acme'])
    return tenant.execute(sql`SELECT DISTINCT organization_id FROM note`)
  })
  expect([...rows]).toEqual([{ organization_id: demoId('organization', 'acme') }])
})
