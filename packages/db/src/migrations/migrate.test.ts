import postgres from 'postgres'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  assertMigrated,
  assertRestrictedRole,
  PendingMigrationsError,
  UnsafeRoleError,
} from '../connection/role-check'
import { seed } from '../demo/seed'
import { useEmptyDatabases } from '../testing/empty-database'
import { createFixtureTables } from '../testing/fixture-domain/create-tables'
import { IncompatibleDatabaseError } from './applied-migrations'
import { migrate } from './migrate'
import { migrationTimes } from './migration-times'

// Uses empty databases, not the shared template.

const { cluster, make: room } = useEmptyDatabases()

beforeAll(async () => {
  // Roles belong to the cluster, so this creates them for all tests.
  await migrate((await room()).ownerUrl)
})

describe('migrate', () => {
  // Drizzle only runs migrations newer than the last applied one and would skip an older one forever.
  test('migration times increase', () => {
    expect(migrationTimes).toEqual(migrationTimes.toSorted((a, b) => a - b))
    expect(new Set(migrationTimes).size).toBe(migrationTimes.length)
  })

  test('runs once for parallel calls, and grants the app’s role access', async () => {
    const { role, url, ownerUrl } = await room()
    await expect(assertMigrated(url)).rejects.toThrow(PendingMigrationsError)
    await Promise.all([1, 2, 3, 4].map(() => migrate(ownerUrl, { appRole: role })))
    await assertMigrated(url)
    await assertRestrictedRole(url)
    await migrate(ownerUrl, { appRole: role })
  })

  test('says when the app’s role does not exist', async () => {
    const { ownerUrl } = await room()
    await expect(migrate(ownerUrl, { appRole: 'nobody' })).rejects.toThrow(
      'There is no database role nobody.',
    )
  })
})

describe('one role for migrations and the app', () => {
  test('owns the tables and is still subject to row-level security', async () => {
    const { url, ownerUrl, role } = await room('CREATEROLE')
    // On a shared server another database's owner created the roles and must grant them.
    await cluster.unsafe(`GRANT gatehouse_app TO ${role} WITH ADMIN OPTION`)
    await migrate(url)
    await assertMigrated(url)
    await assertRestrictedRole(url)
    await createFixtureTables(url)
    expect(await seed(url, { production: false })).toBe('seeded')
    const superuser = postgres(ownerUrl, { max: 1 })
    await superuser`INSERT INTO note (organization_id, title) SELECT id, slug FROM organization`
    await superuser.end()
    const app = postgres(url, { max: 1 })
    try {
      expect(await app`SELECT * FROM note`).toHaveLength(0)
      expect(await app`DELETE FROM note RETURNING id`).toHaveLength(0)
      expect(await app`UPDATE audit_event SET action = 'x' RETURNING id`).toHaveLength(0)
      expect(await app`DELETE FROM audit_event RETURNING id`).toHaveLength(0)
      await expect(app`INSERT INTO audit_event (action, target_type, target_id, changes)
        VALUES ('x', 'x', gen_random_uuid(), '{}')`).rejects.toThrow(/row-level security/)
      // Only the function, which runs as the owner, counts refusals.
      await app`SELECT record_security_event('denied', 'tests.call', NULL, '203.0.113.7', NULL, 'r') FROM generate_series(1, 2)`
      expect(await app`SELECT count FROM security_event`).toEqual([{ count: 2 }])
      expect(await app`DELETE FROM security_event RETURNING id`).toHaveLength(0)
      expect(await app`UPDATE security_event SET count = 1 RETURNING id`).toHaveLength(0)
      await expect(app`INSERT INTO note (organization_id, title)
        SELECT id, 'x' FROM organization LIMIT 1`).rejects.toThrow(/row-level security/)
      const inside = await app.begin(async (transaction) => {
        await transaction`SELECT set_config('role', 'gatehouse_tenant', true),
          set_config('app.organization_id', id::text, true) FROM organization WHERE slug = 'acme'`
        return transaction`SELECT count(DISTINCT organization_id)::int AS organizations, count(*)::int AS notes FROM note`
      })
      expect([...inside]).toEqual([{ organizations: 1, notes: 1 }])
      await expect(app`DELETE FROM member WHERE role = 'owner'`).rejects.toThrow(
        'an organization keeps an owner',
      )
      await expect(app`UPDATE claimed_slug SET slug = 'mine'`).resolves.toHaveLength(0)
      // Cascades bypass row-level security.
      await app`DELETE FROM organization WHERE slug = 'globex'`
      const [left] = await app`SELECT count(*)::int AS organizations FROM organization`
      expect(left).toEqual({ organizations: 1 })
    } finally {
      await app.end()
    }
  })
})

describe('assertRestrictedRole', () => {
  test.each([
    ['SUPERUSER', /is a superuser/],
    ['BYPASSRLS', /bypasses row-level security/],
  ])('refuses %s', async (attribute, message) => {
    const { url } = await room(attribute)
    await expect(assertRestrictedRole(url)).rejects.toThrow(UnsafeRoleError)
    await expect(assertRestrictedRole(url)).rejects.toThrow(message)
  })

  test('refuses one that can become such a role', async () => {
    const { url, role } = await room()
    const { role: powerful } = await room('BYPASSRLS')
    await assertRestrictedRole(url)
    await cluster.unsafe(`GRANT ${powerful} TO ${role}`)
    await expect(assertRestrictedRole(url)).rejects.toThrow(`can become "${powerful}"`)
  })
})

describe('a database of an earlier version', () => {
  /** Creates a database that only records these migrations. */
  const migratedAt = async (...times: number[]) => {
    const { url } = await room()
    const client = postgres(url, { max: 1 })
    await client.unsafe(`CREATE SCHEMA drizzle;
      CREATE TABLE drizzle.__drizzle_migrations (id serial PRIMARY KEY, hash text NOT NULL, created_at bigint)`)
    for (const time of times)
      await client`INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ('x', ${time})`
    await client.end()
    return url
  }
  const thirteen = [
    1795461518333,
    1795461588679,
    ...Array.from({ length: 11 }, (_, n) => 1795571802000 + n * 1000),
  ]

  test('is refused by migrate and the readiness check, in one line that says what to do', async () => {
    const url = await migratedAt(...thirteen)
    for (const check of [() => migrate(url), () => assertMigrated(url)]) {
      const error = await check().catch((reason: unknown) => reason)
      expect(error).toBeInstanceOf(IncompatibleDatabaseError)
      expect(String(error)).toMatch(/earlier version.*Use an empty one.*pnpm db:migrate/)
      expect(String(error)).not.toContain('\n')
    }
    const client = postgres(url, { max: 1 })
    expect(await client`SELECT FROM pg_tables WHERE schemaname = 'public'`).toHaveLength(0)
    await client.end()
  })

  test("is not confused with a later version's, which is accepted", async () => {
    const url = await migratedAt(...migrationTimes, Date.now() + 1_000_000)
    await expect(assertMigrated(url)).resolves.toBeUndefined()
  })
})
