import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { database } from '../connection/client'
import { demoId } from '../demo/demo'
import { withTenant } from '../tenancy/tenant'
import type { TenantDb } from '../tenancy/tenant'
import { note } from '../testing/fixture-domain/notes'
import { claimOf, useTestDatabase } from '../testing/use-test-database'
import { containing } from './like-pattern'
import { findMatches } from './matches'

const db = useTestDatabase()
const acme = demoId('organization', 'acme')
const globex = demoId('organization', 'globex')
const inAcme = claimOf('acme', 'viewer@acme.test')

// Acme has 5,000 notes: the newest 2,100 are plain, 1,200 of the older ones are common, and one of the oldest is rare.
beforeAll(async () => {
  await db.owner`
    INSERT INTO note (organization_id, title, created_at)
    SELECT ${acme}, CASE WHEN n = 4800 THEN 'A rare 100% _xylophone_' WHEN n > 2100 AND n <= 3300 THEN 'An older note' ELSE 'A plain note' END,
      now() - n * interval '1 minute'
    FROM generate_series(1, 5000) AS n`
  await db.owner`INSERT INTO note (organization_id, title) SELECT ${globex}, 'Secret xylophone of Globex' FROM generate_series(1, 5000)`
  await db.owner.unsafe('VACUUM ANALYZE note')
})

const matchingIds = (pattern: string, as = inAcme) =>
  withTenant(
    as,
    async (tenant) => {
      const [row] = await tenant.execute<{ ids: string[] | null }>(
        sql`SELECT matching_ids('note', ${pattern}) AS ids`,
      )
      return row?.ids
    },
    { readOnly: true },
  )

const titles = (search: string) =>
  withTenant(
    inAcme,
    async (tenant) => {
      const matches = await findMatches(tenant, note, search)
      return matches && (await tenant.select({ title: note.title }).from(note).where(matches))
    },
    { readOnly: true },
  )

describe('a search', () => {
  test.each(['xylophone', 'XYLOPHONE', '100%', '% _x', 'rare 1'])(
    'for %j finds the rare row',
    async (search) => {
      expect(await titles(search)).toEqual([{ title: 'A rare 100% _xylophone_' }])
    },
  )

  test.each(['secret', 'Globex', 'of Glo', 'rare_100', 'nothing like it', "'; DROP TABLE note; --"])(
    'for %j finds nothing, even where another organization has it',
    async (search) => {
      expect(await titles(search)).toEqual([])
    },
  )

  test.each([
    ['is common in the newest rows', 'plain'],
    ['is common in older rows', 'older'],
    ['is short', 'xy'],
    ['is empty', ''],
  ])('that %s is not looked up', async (_why, search) => {
    expect(await titles(search)).toBeUndefined()
  })
})

test.each([
  ['xylophone', 1],
  ['older', 1],
  ['plain', 0],
])('a search for %j reads the index %i times', async (search, expected) => {
  // Each connection keeps its own counts until it reports them, so other transactions may be included.
  const scans = async (tenant: TenantDb) => {
    const [row] = await tenant.execute<{ scans: number }>(
      sql`SELECT pg_stat_get_xact_numscans('note_search'::regclass)::int AS scans`,
    )
    return row?.scans ?? 0
  }
  const difference = await withTenant(inAcme, async (tenant) => {
    const before = await scans(tenant)
    await findMatches(tenant, note, search)
    return (await scans(tenant)) - before
  })
  expect(difference).toBe(expected)
})

test('outside a tenant transaction it finds nothing, and can’t be called', async () => {
  await expect(database().execute(sql`SELECT matching_ids('note', '%xylophone%')`)).rejects.toMatchObject({
    cause: { code: '42501' },
  })
  const ids = await database().transaction(async (transaction) => {
    await transaction.execute(sql`SET LOCAL ROLE gatehouse_tenant`)
    const [row] = await transaction.execute<{ ids: string[] }>(
      sql`SELECT matching_ids('note', '%xylophone%') AS ids`,
    )
    return row?.ids
  })
  expect(ids).toEqual([])
})

test('a pattern that matches everything lists nothing of another organization', async () => {
  expect(await matchingIds('%%%%%%')).toBeNull()
  const ids = await matchingIds('%secret_xylophone%', claimOf('globex', 'owner@globex.test'))
  expect(ids).toBeNull()
})

test('after it, the transaction has the rights it had before', async () => {
  const found = await withTenant(inAcme, async (tenant) => {
    await findMatches(tenant, note, 'xylophone')
    return tenant.execute<{ role: string; others: number }>(
      sql`SELECT current_user AS role, (SELECT count(*)::int FROM note WHERE organization_id = ${globex}) AS others`,
    )
  })
  expect([...found]).toEqual([{ role: 'gatehouse_tenant', others: 0 }])
})

test('only tables that are made searchable can be searched', async () => {
  const search = withTenant(inAcme, (tenant) =>
    tenant.execute(sql`SELECT matching_ids('member', ${containing('owner')})`),
  )
  // no_data_found: no index says which columns are searched.
  await expect(search).rejects.toMatchObject({ cause: { code: 'P0002' } })
})

test('the role of a search reads what is searched, and writes nothing', async () => {
  const rights = await db.owner`
    SELECT table_name || '.' || column_name AS column, privilege_type AS right
    FROM information_schema.column_privileges WHERE grantee = 'gatehouse_search' AND table_name = 'note' ORDER BY 1`
  expect(rights.map(({ column, right }) => `${right} ${column}`)).toEqual(
    ['created_at', 'id', 'organization_id', 'title'].map((column) => `SELECT note.${column}`),
  )
  const written = await db.owner`
    SELECT FROM information_schema.role_table_grants WHERE grantee = 'gatehouse_search'
    UNION ALL SELECT FROM information_schema.column_privileges WHERE grantee = 'gatehouse_search' AND privilege_type <> 'SELECT'`
  expect(written).toHaveLength(0)
})
