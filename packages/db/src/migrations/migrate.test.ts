import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrate } from './migrate'
import { migrationTimes } from './migration-times'
import {
  assertMigrated,
  assertRestrictedRole,
  PendingMigrationsError,
  UnsafeRoleError,
} from '../connection/role-check'
import { seed, SeedRefusedError } from '../demo/seed'

// On empty databases, which the other tests never see.

const clusterUrl = process.env.TEST_POSTGRES_URL ?? ''
const cluster = postgres(clusterUrl, { max: 1, onnotice: () => {} })
const made: { kind: 'DATABASE' | 'ROLE'; name: string }[] = []

/** A login role with a database of its own. */
async function room(attributes = ''): Promise<{ role: string; url: string; ownerUrl: string }> {
  const name = `gatehouse_room_${randomBytes(6).toString('hex')}`
  await cluster.unsafe(`CREATE ROLE ${name} LOGIN PASSWORD 'x' ${attributes}`)
  await cluster.unsafe(`CREATE DATABASE ${name} OWNER ${name}`)
  made.unshift({ kind: 'DATABASE', name }, { kind: 'ROLE', name })
  const url = new URL(clusterUrl)
  url.pathname = `/${name}`
  const ownerUrl = url.href
  url.username = name
  url.password = 'x'
  return { role: name, url: url.href, ownerUrl }
}

beforeAll(async () => {
  // Left behind by nobody: the roles belong to the cluster.
  await migrate((await room()).ownerUrl)
})

afterAll(async () => {
  for (const { kind, name } of made)
    await cluster.unsafe(`DROP ${kind} IF EXISTS ${name}${kind === 'DATABASE' ? ' WITH (FORCE)' : ''}`)
  await cluster.end()
})

describe('migrate', () => {
  // Drizzle runs what is younger than the last that ran: one with an earlier time would be passed over for good.
  test('the times of the migrations rise', () => {
    expect(migrationTimes).toEqual(migrationTimes.toSorted((a, b) => a - b))
    expect(new Set(migrationTimes).size).toBe(migrationTimes.length)
  })

  test('many at once do no harm, and the app’s role is let in', async () => {
    const { role, url, ownerUrl } = await room()
    await expect(assertMigrated(url)).rejects.toThrow(PendingMigrationsError)
    await Promise.all([1, 2, 3, 4].map(() => migrate(ownerUrl, { appRole: role })))
    await assertMigrated(url)
    await assertRestrictedRole(url)
    await migrate(ownerUrl, { appRole: role })
  })

  test('of two databases at once in one cluster', async () => {
    const rooms = [await room(), await room()]
    await Promise.all(rooms.map(({ ownerUrl, role }) => migrate(ownerUrl, { appRole: role })))
    for (const { url } of rooms) await expect(assertMigrated(url)).resolves.toBeUndefined()
  })

  test('says when the app’s role is not there', async () => {
    const { ownerUrl } = await room()
    await expect(migrate(ownerUrl, { appRole: 'nobody' })).rejects.toThrow(
      'There is no database role nobody.',
    )
  })
})

describe('one role for everything', () => {
  test('owns the tables and is bound all the same', async () => {
    const { url, role } = await room('CREATEROLE')
    // Another database made the roles first, as on a shared server; it has to hand them on.
    await cluster.unsafe(`GRANT gatehouse_app TO ${role} WITH ADMIN OPTION`)
    await migrate(url)
    await assertMigrated(url)
    await assertRestrictedRole(url)
    expect(await seed(url, { production: false })).toBe('seeded')
    const app = postgres(url, { max: 1 })
    try {
      expect(await app`SELECT * FROM task`).toHaveLength(0)
      expect(await app`DELETE FROM task RETURNING id`).toHaveLength(0)
      expect(await app`UPDATE audit_event SET action = 'x' RETURNING id`).toHaveLength(0)
      expect(await app`DELETE FROM audit_event RETURNING id`).toHaveLength(0)
      await expect(app`INSERT INTO audit_event (action, target_type, target_id, changes)
        VALUES ('x', 'x', gen_random_uuid(), '{}')`).rejects.toThrow(/row-level security/)
      // What was refused is counted by the function, which runs as the owner, and by nothing else.
      await app`SELECT record_security_event('denied', 'tests.call', NULL, '203.0.113.7', NULL, 'r') FROM generate_series(1, 2)`
      expect(await app`SELECT count FROM security_event`).toEqual([{ count: 2 }])
      expect(await app`DELETE FROM security_event RETURNING id`).toHaveLength(0)
      expect(await app`UPDATE security_event SET count = 1 RETURNING id`).toHaveLength(0)
      await expect(app`INSERT INTO task (organization_id, title)
        SELECT id, 'x' FROM organization LIMIT 1`).rejects.toThrow(/row-level security/)
      const inside = await app.begin(async (transaction) => {
        await transaction`SELECT set_config('role', 'gatehouse_tenant', true),
          set_config('app.organization_id', id::text, true) FROM organization WHERE slug = 'acme'`
        return transaction`SELECT count(DISTINCT organization_id)::int AS organizations, count(*)::int AS tasks FROM task`
      })
      expect([...inside]).toEqual([{ organizations: 1, tasks: 60 }])
      await expect(app`DELETE FROM member WHERE role = 'owner'`).rejects.toThrow(
        'an organization keeps an owner',
      )
      await expect(app`UPDATE claimed_slug SET slug = 'mine'`).resolves.toHaveLength(0)
      // What takes rows along does so beneath row-level security.
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

  test('refuses one that may become such a role', async () => {
    const { url, role } = await room()
    const { role: powerful } = await room('BYPASSRLS')
    await assertRestrictedRole(url)
    await cluster.unsafe(`GRANT ${powerful} TO ${role}`)
    await expect(assertRestrictedRole(url)).rejects.toThrow(`may become "${powerful}"`)
  })
})

describe('seed', () => {
  test('two at once: one does it, the other finds it done, and what people changed stays', async () => {
    const { ownerUrl } = await room()
    await migrate(ownerUrl)
    const once = () => seed(ownerUrl, { production: false })
    expect((await Promise.all([once(), once()])).sort()).toEqual(['already', 'seeded'])
    const owner = postgres(ownerUrl, { max: 1 })
    const counts =
      () => owner`SELECT o.slug, count(*)::int AS tasks, count(DISTINCT t.status)::int AS statuses,
      count(DISTINCT t.priority)::int AS priorities FROM task t JOIN organization o ON o.id = t.organization_id GROUP BY 1 ORDER BY 1`
    try {
      const full = { tasks: 60, statuses: 6, priorities: 4 }
      expect([...(await counts())]).toEqual([
        { slug: 'acme', ...full },
        { slug: 'globex', ...full },
      ])
      const [people] =
        await owner`SELECT count(*)::int AS n, count(*) FILTER (WHERE email_verified)::int AS verified FROM "user"`
      expect(people).toEqual({ n: 9, verified: 9 })
      const [admin] = await owner`SELECT email FROM "user" WHERE role = 'super-admin'`
      expect(admin).toEqual({ email: 'root@gatehouse.test' })
      await owner`DELETE FROM organization WHERE slug = 'acme'`
      await owner`INSERT INTO "user" (name, email) VALUES ('x', 'someone@example.test')`
      expect(await once()).toBe('already')
      expect(await counts()).toHaveLength(1)
    } finally {
      await owner.end()
    }
  })

  test('refuses in production, and a database with data of its own, and leaves nothing behind', async () => {
    const { ownerUrl } = await room()
    await migrate(ownerUrl)
    await expect(seed(ownerUrl, { production: true })).rejects.toThrow(SeedRefusedError)
    const owner = postgres(ownerUrl, { max: 1 })
    try {
      await owner`INSERT INTO organization (name, slug) VALUES ('Real', 'acme')`
      await expect(seed(ownerUrl, { production: false })).rejects.toThrow(SeedRefusedError)
      await owner`DELETE FROM organization`
      await owner`INSERT INTO "user" (name, email) VALUES ('x', 'owner@acme.test')`
      await expect(seed(ownerUrl, { production: false })).rejects.toThrow(SeedRefusedError)
      const [rows] =
        await owner`SELECT (SELECT count(*) FROM "user")::int AS users, (SELECT count(*) FROM task)::int AS tasks`
      expect(rows).toEqual({ users: 1, tasks: 0 })
    } finally {
      await owner.end()
    }
  })
})
