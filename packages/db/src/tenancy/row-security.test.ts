import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { database } from '../connection/client'
import { demoId } from '../demo/demo'
import { withExclusiveTenant, withTenant } from './tenant'
import type { TenantDb } from './tenant'
import { claimOf, useTestDatabase } from '../testing/use-test-database'

// Every statement here forgets the `where` on the organization.

const db = useTestDatabase()
const acme = demoId('organization', 'acme')
const globex = demoId('organization', 'globex')
const acmeOwner = demoId('user', 'owner@acme.test')

beforeAll(async () => {
  for (const [organization, inviter] of [
    [acme, acmeOwner],
    [globex, demoId('user', 'owner@globex.test')],
  ] as const) {
    await db.owner`INSERT INTO invitation (organization_id, inviter_id, email, role, expires_at)
      VALUES (${organization}, ${inviter}, ${`${organization}@example.test`}, 'viewer', now() + interval '1 day')`
    await db.owner`INSERT INTO organization_role (organization_id, name, permissions, created_by)
      VALUES (${organization}, 'Guard', '{}', ${inviter})`
    await db.owner`INSERT INTO note (organization_id, title, created_by) VALUES (${organization}, 'x', ${inviter})`
    await db.owner`SELECT record_security_event('denied', 'tests.call', ${inviter}, NULL, ${organization}, 'r')`
  }
})

const inAcme = <T>(work: (tenant: TenantDb) => Promise<T>) =>
  withTenant(claimOf('acme', 'owner@acme.test'), work)
const rowsInAcme = (statement: SQL) => inAcme(async (tenant) => [...(await tenant.execute(statement))])

/** The message of the Postgres error inside Drizzle's. */
async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'nothing was refused'
  } catch (error) {
    return error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)
  }
}

/** Everything in the other organization, to compare before and after. */
async function globexRows() {
  return db.owner`
    SELECT (SELECT jsonb_agg(n ORDER BY id) FROM note n WHERE organization_id = ${globex}) AS notes,
      (SELECT jsonb_agg(m ORDER BY id) FROM member m WHERE organization_id = ${globex}) AS members,
      (SELECT jsonb_agg(i ORDER BY id) FROM invitation i WHERE organization_id = ${globex}) AS invitations,
      (SELECT jsonb_agg(r ORDER BY id) FROM organization_role r WHERE organization_id = ${globex}) AS roles,
      (SELECT jsonb_agg(o ORDER BY id) FROM organization o WHERE id = ${globex}) AS organizations`
}

/** A row of an organization other than Acme. */
function foreignRow(table: string) {
  const common = { id: demoId('organization', 'x'), created_at: 'now' }
  if (table === 'organization') return { ...common, name: 'x', slug: 'xx' }
  return { ...common, organization_id: globex, role: 'owner', user_id: acmeOwner }
}

describe('without a where on the organization', () => {
  test.each(['note', 'member', 'invitation', 'organization_role', 'audit_event', 'security_event'])(
    'select from %s returns only own rows',
    async (table) => {
      const [total] = await db.owner<{ others: number }[]>`
      SELECT count(*)::int AS others FROM ${db.owner(table)} WHERE organization_id <> ${acme}`
      expect(total?.others).toBeGreaterThan(0)
      const rows = await rowsInAcme(sql`SELECT DISTINCT organization_id FROM ${sql.identifier(table)}`)
      expect(rows).toEqual([{ organization_id: acme }])
    },
  )

  test('select from organization and user returns only own rows', async () => {
    expect(await rowsInAcme(sql`SELECT slug FROM organization`)).toEqual([{ slug: 'acme' }])
    const people = await rowsInAcme(sql`SELECT email FROM "user" ORDER BY email`)
    expect(people.map((row) => row.email)).toEqual([
      'admin@acme.test',
      'both@gatehouse.test',
      'editor@acme.test',
      'owner@acme.test',
      'viewer@acme.test',
    ])
  })

  test('rows of the other organization cannot be read by ID, locked, joined or counted', async () => {
    const [foreign] = await db.owner<
      { id: string }[]
    >`SELECT id FROM note WHERE organization_id = ${globex} LIMIT 1`
    const id = foreign?.id ?? ''
    expect(await rowsInAcme(sql`SELECT * FROM note WHERE id = ${id}`)).toEqual([])
    expect(await rowsInAcme(sql`SELECT * FROM note WHERE id = ${id} FOR UPDATE`)).toEqual([])
    expect(
      await rowsInAcme(
        sql`SELECT n.* FROM organization o JOIN note n ON true WHERE n.organization_id <> o.id`,
      ),
    ).toEqual([])
    expect(
      await rowsInAcme(sql`SELECT count(*)::int AS n FROM note WHERE organization_id = ${globex}`),
    ).toEqual([{ n: 0 }])
  })

  test('insert into note for the other organization is refused', async () => {
    const insert = rowsInAcme(
      sql`INSERT INTO note (organization_id, title, created_by) VALUES (${globex}, 'x', ${acmeOwner})`,
    )
    expect(await refusal(insert)).toMatch(/row-level security policy/)
  })

  test('insert into note in another member’s name is refused', async () => {
    const insert = rowsInAcme(
      sql`INSERT INTO note (organization_id, title, created_by) VALUES (${acme}, 'x', ${demoId('user', 'admin@acme.test')})`,
    )
    expect(await refusal(insert)).toMatch(/row-level security policy/)
  })

  test('update and delete of all notes do not affect the other organization', async () => {
    const before = await globexRows()
    const [count] = await db.owner`SELECT count(*)::int AS n FROM note WHERE organization_id = ${acme}`
    const rolledBack = new Error('rolled back')
    const both = inAcme(async (tenant) => {
      const updated = await tenant.execute(sql`UPDATE note SET title = 'mine'`)
      const deleted = await tenant.execute(sql`DELETE FROM note`)
      expect([updated.count, deleted.count]).toEqual([count?.n, count?.n])
      throw rolledBack
    })
    await expect(both).rejects.toBe(rolledBack)
    expect(await globexRows()).toEqual(before)
    await inAcme(async (tenant) => tenant.execute(sql`UPDATE note SET title = title || '!'`))
    expect(await globexRows()).toEqual(before)
  })

  test('update and delete of all roles do not affect the other organization', async () => {
    const before = await globexRows()
    const rolledBack = new Error('rolled back')
    const both = inAcme(async (tenant) => {
      const updated = await tenant.execute(
        sql`UPDATE organization_role SET permissions = '{"note":["read"]}'`,
      )
      const deleted = await tenant.execute(sql`DELETE FROM organization_role`)
      const [total] = await db.owner`
        SELECT count(*)::int AS n FROM organization_role WHERE organization_id = ${acme}`
      expect([updated.count, deleted.count]).toEqual([total?.n, total?.n])
      throw rolledBack
    })
    await expect(both).rejects.toBe(rolledBack)
    await inAcme(async (tenant) => tenant.execute(sql`UPDATE organization_role SET name = name || '!'`))
    expect(await globexRows()).toEqual(before)
  })

  test.each([
    ['for the other organization', globex, acmeOwner],
    ['in another member’s name', acme, demoId('user', 'admin@acme.test')],
    ['without a creator', acme, null],
  ])('insert into organization_role %s is refused', async (_how, organization, creator) => {
    const insert =
      rowsInAcme(sql`INSERT INTO organization_role (organization_id, name, permissions, created_by)
      VALUES (${organization}, 'Guard', '{}', ${creator})`)
    expect(await refusal(insert)).toMatch(/row-level security policy/)
  })

  test('a note cannot be moved to another organization or given another creator', async () => {
    const move = rowsInAcme(sql`UPDATE note SET organization_id = ${globex}`)
    expect(await refusal(move)).toMatch(/permission denied/)
    expect(await refusal(rowsInAcme(sql`UPDATE note SET created_by = NULL`))).toMatch(/permission denied/)
  })

  test('a role can’t either', async () => {
    const move = rowsInAcme(sql`UPDATE organization_role SET organization_id = ${globex}`)
    expect(await refusal(move)).toMatch(/permission denied/)
    const rename = rowsInAcme(sql`UPDATE organization_role SET created_by = ${acmeOwner}`)
    expect(await refusal(rename)).toMatch(/permission denied/)
  })

  test.each([
    sql`INSERT INTO member (organization_id, user_id, role) VALUES (${globex}, ${acmeOwner}, 'owner')`,
    sql`UPDATE member SET role = 'owner'`,
    sql`DELETE FROM member`,
    sql`INSERT INTO invitation (organization_id, inviter_id, email, expires_at, status) VALUES (${acme}, ${acmeOwner}, 'x@example.test', now(), 'accepted')`,
    sql`UPDATE invitation SET organization_id = ${globex}`,
    sql`UPDATE invitation SET email = 'mine@example.test'`,
    sql`UPDATE invitation SET accepted_by = ${acmeOwner}`,
    sql`SELECT token_hash FROM invitation`,
    sql`UPDATE invitation SET sent_count = 1 RETURNING token_hash`,
    sql`DELETE FROM invitation`,
    sql`INSERT INTO organization (name, slug) VALUES ('x', 'xx')`,
    sql`UPDATE organization SET name = 'mine'`,
    sql`DELETE FROM organization`,
    sql`UPDATE "user" SET name = 'mine'`,
    sql`INSERT INTO audit_event (action, target_type, target_id, changes) VALUES ('x', 'x', gen_random_uuid(), '{}')`,
    sql`UPDATE audit_event SET action = 'x'`,
    sql`DELETE FROM audit_event`,
    sql`TRUNCATE audit_event`,
    sql`TRUNCATE note CASCADE`,
    sql`TRUNCATE organization_role CASCADE`,
    sql`SELECT token FROM session`,
    sql`SELECT password FROM account`,
    sql`SELECT value FROM verification`,
    sql`SELECT ban_reason FROM "user"`,
    sql`CREATE TABLE mine ()`,
    sql`ALTER TABLE note DISABLE ROW LEVEL SECURITY`,
  ])('the tenant role may not run statements it has no grant for (%#)', async (statement) => {
    const before = await globexRows()
    expect(await refusal(rowsInAcme(statement))).toMatch(/permission denied|must be owner/)
    expect(await globexRows()).toEqual(before)
  })

  test.each(['member', 'organization'])(
    'policies would limit writes to %s if they were granted',
    async (table) => {
      await db.owner.unsafe(`GRANT INSERT, UPDATE, DELETE ON ${table} TO gatehouse_tenant`)
      try {
        const before = await globexRows()
        const key = sql.identifier(table === 'organization' ? 'id' : 'organization_id')
        const name = sql.identifier(table)
        const touched = await inAcme(async (tenant) => {
          const rows = await tenant.execute(
            sql`UPDATE ${name} SET created_at = created_at RETURNING ${key} AS organization`,
          )
          return new Set(rows.map((row) => row.organization))
        })
        expect([...touched]).toEqual([acme])
        const copy = sql`INSERT INTO ${name}
          SELECT * FROM jsonb_populate_record(NULL::${name}, ${JSON.stringify(foreignRow(table))}::jsonb)`
        expect(await refusal(rowsInAcme(copy))).toMatch(/row-level security policy/)
        const gone = new Error('rolled back')
        const deletion = inAcme(async (tenant) => {
          // The last owner can't be deleted, even with the grant.
          const all = table === 'member' ? sql`role <> 'owner'` : sql`true`
          const rows = await tenant.execute(
            sql`DELETE FROM ${name} WHERE ${all} RETURNING ${key} AS organization`,
          )
          expect([...new Set(rows.map((row) => row.organization))]).toEqual([acme])
          throw gone
        })
        await expect(deletion).rejects.toBe(gone)
        expect(await globexRows()).toEqual(before)
      } finally {
        await db.owner.unsafe(`REVOKE INSERT, UPDATE, DELETE ON ${table} FROM gatehouse_tenant`)
      }
    },
  )

  // A statement that reads rows must pass the SELECT policy too, which would hide a missing write policy.
  test.each([
    ['member', 'UPDATE, DELETE', sql`UPDATE member SET created_at = now()`],
    ['organization', 'UPDATE, DELETE', sql`UPDATE organization SET created_at = now()`],
    // UPDATE is already granted.
    ['invitation', 'DELETE', sql`UPDATE invitation SET status = 'canceled'`],
  ])('a write to %s that reads nothing is limited too, granted %s', async (table, writes, update) => {
    await db.owner.unsafe(`GRANT ${writes} ON ${table} TO gatehouse_tenant;
      ALTER TABLE ${table} DISABLE TRIGGER USER`)
    try {
      const key = db.owner(table === 'organization' ? 'id' : 'organization_id')
      const [own] = await db.owner`SELECT count(*)::int AS n FROM ${db.owner(table)} WHERE ${key} = ${acme}`
      const gone = new Error('rolled back')
      const both = inAcme(async (tenant) => {
        const updated = await tenant.execute(update)
        const deleted = await tenant.execute(sql`DELETE FROM ${sql.identifier(table)}`)
        expect([updated.count, deleted.count]).toEqual([own?.n, own?.n])
        throw gone
      })
      await expect(both).rejects.toBe(gone)
    } finally {
      await db.owner.unsafe(`REVOKE ${writes} ON ${table} FROM gatehouse_tenant;
        ALTER TABLE ${table} ENABLE TRIGGER USER`)
    }
  })
})

/** Every table built by `tenantTable`, found by its columns. */
describe('in every tenant table', () => {
  interface Sample {
    name: string
    /** One of Acme's rows, created by its owner. */
    row: Record<string, unknown>
    own: number
  }

  async function samples(): Promise<Sample[]> {
    const tables = await db.owner<{ name: string }[]>`
      SELECT table_name AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name IN ('organization_id', 'created_by')
      GROUP BY table_name HAVING count(*) = 2 ORDER BY table_name`
    return Promise.all(
      tables.map(async ({ name }) => {
        const rows = await db.owner<{ row: Record<string, unknown>; organization_id: string }[]>`
          SELECT to_jsonb(t) AS row, organization_id FROM ${db.owner(name)} t`
        const own = rows.filter(({ organization_id }) => organization_id === acme)
        const sample = own.find(({ row }) => row.created_by === acmeOwner)
        // Without rows in both organizations, a test would prove nothing.
        if (!sample || own.length === rows.length)
          throw new Error(`${name} needs rows in both organizations.`)
        return { name, row: sample.row, own: own.length }
      }),
    )
  }

  const each = async (check: (sample: Sample) => Promise<unknown>) => {
    const tables = await samples()
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['note', 'organization_role']))
    return Promise.all(tables.map(async (sample) => [sample.name, await check(sample)]))
  }
  const gone = new Error('rolled back')

  test('a member reads the rows of their own organization', async () => {
    const seen = await each(({ name }) =>
      rowsInAcme(sql`SELECT DISTINCT organization_id FROM ${sql.identifier(name)}`),
    )
    for (const [name, rows] of seen) expect([name, rows]).toEqual([name, [{ organization_id: acme }]])
  })

  // Neither statement reads a row, so the SELECT policy can't hide a missing one.
  test.each([
    ['updates', (name: string) => sql`UPDATE ${sql.identifier(name)} SET updated_at = now()`],
    ['deletes', (name: string) => sql`DELETE FROM ${sql.identifier(name)}`],
  ])('a member %s no row of another organization', async (_what, write) => {
    const before = await globexRows()
    await each(async ({ name, own }) => {
      const attempt = inAcme(async (tenant) => {
        expect([name, (await tenant.execute(write(name))).count]).toEqual([name, own])
        throw gone
      })
      await expect(attempt).rejects.toBe(gone)
    })
    expect(await globexRows()).toEqual(before)
  })

  test.each([
    ['for another organization', { organization_id: globex }],
    ['in another member’s name', { created_by: demoId('user', 'admin@acme.test') }],
    ['without a creator', { created_by: null }],
  ])('a member adds no row %s', async (_how, change) => {
    const refusals = await each(({ name, row }) => {
      const copy = JSON.stringify({ ...row, id: demoId('row', name), name: 'A copy', ...change })
      const table = sql.identifier(name)
      return refusal(
        rowsInAcme(
          sql`INSERT INTO ${table} SELECT * FROM jsonb_populate_record(NULL::${table}, ${copy}::jsonb)`,
        ),
      )
    })
    for (const [name, message] of refusals)
      expect([name, message]).toEqual([name, expect.stringMatching(/row-level security policy/)])
  })

  test.each([
    ['moves no row', (name: string) => sql`UPDATE ${sql.identifier(name)} SET organization_id = ${globex}`],
    ['changes no row’s creator', (name: string) => sql`UPDATE ${sql.identifier(name)} SET created_by = NULL`],
    ['empties none', (name: string) => sql`TRUNCATE ${sql.identifier(name)} CASCADE`],
  ])('a member %s, and neither does the app outside a tenant scope', async (_what, statement) => {
    const refusals = await each(async ({ name }) => [
      await refusal(rowsInAcme(statement(name))),
      await refusal(database().execute(statement(name))),
      await refusal(database().execute(sql`DELETE FROM ${sql.identifier(name)}`)),
    ])
    const denied = expect.stringMatching(/permission denied/)
    for (const [name, messages] of refusals)
      expect([name, messages]).toEqual([name, [denied, denied, denied]])
  })
})

describe('in an exclusive scope', () => {
  const alone = (statement: SQL) =>
    withExclusiveTenant(claimOf('acme', 'owner@acme.test'), async (tenant) => [
      ...(await tenant.execute(statement)),
    ])
  const gone = new Error('rolled back')

  test.each([
    sql`UPDATE member SET role = 'owner' RETURNING organization_id AS organization`,
    sql`DELETE FROM member WHERE role <> 'owner' RETURNING organization_id AS organization`,
    sql`UPDATE organization SET name = 'mine' RETURNING id AS organization`,
    sql`UPDATE organization SET slug = 'mine' RETURNING id AS organization`,
    sql`DELETE FROM organization RETURNING id AS organization`,
  ])('a write without a where affects only the organization (%#)', async (statement) => {
    const before = await globexRows()
    const write = withExclusiveTenant(claimOf('acme', 'owner@acme.test'), async (tenant) => {
      const rows = await tenant.execute(statement)
      expect(rows.length).toBeGreaterThan(0)
      expect(new Set(rows.map((row) => row.organization))).toEqual(new Set([acme]))
      throw gone
    })
    await expect(write).rejects.toBe(gone)
    expect(await globexRows()).toEqual(before)
  })

  test.each([
    sql`UPDATE member SET organization_id = ${globex}`,
    sql`UPDATE member SET user_id = ${demoId('user', 'nomad@gatehouse.test')}`,
    sql`UPDATE organization SET id = ${globex}`,
    sql`INSERT INTO member (organization_id, user_id, role) VALUES (${acme}, ${demoId('user', 'nomad@gatehouse.test')}, 'owner')`,
    sql`INSERT INTO claimed_slug (slug, organization_id) VALUES ('mine', ${acme})`,
    sql`UPDATE claimed_slug SET organization_id = ${acme}`,
    sql`DELETE FROM claimed_slug`,
    sql`DELETE FROM audit_event`,
    sql`SELECT token FROM session`,
    sql`ALTER TABLE member DISABLE TRIGGER keep_an_owner`,
    sql`SET LOCAL session_replication_role = replica`,
  ])('statements without a grant are refused (%#)', async (statement) => {
    const before = await globexRows()
    expect(await refusal(alone(statement))).toMatch(/permission denied|must be owner/)
    expect(await globexRows()).toEqual(before)
  })

  test('only own claimed slugs are visible', async () => {
    expect(await alone(sql`SELECT slug FROM claimed_slug`)).toEqual([{ slug: 'acme' }])
    expect(await rowsInAcme(sql`SELECT slug FROM claimed_slug`)).toEqual([{ slug: 'acme' }])
  })
})

describe('outside a tenant transaction', () => {
  test.each([
    sql`SELECT * FROM note`,
    sql`SELECT id FROM note FOR UPDATE`,
    sql`INSERT INTO note (organization_id, title, created_by) VALUES (${acme}, 'x', ${acmeOwner})`,
    sql`UPDATE note SET title = 'x'`,
    sql`DELETE FROM note`,
    sql`TRUNCATE note CASCADE`,
    sql`INSERT INTO organization_role (organization_id, name, permissions) VALUES (${acme}, 'x', '{}')`,
    sql`UPDATE organization_role SET permissions = '{}'`,
    sql`DELETE FROM organization_role`,
    sql`INSERT INTO audit_event (action, target_type, target_id, changes) VALUES ('x', 'x', gen_random_uuid(), '{}')`,
    sql`UPDATE audit_event SET action = 'x'`,
    sql`DELETE FROM audit_event`,
    sql`ALTER TABLE note DISABLE ROW LEVEL SECURITY`,
    sql`INSERT INTO claimed_slug (slug, organization_id) VALUES ('mine', ${acme})`,
    sql`DELETE FROM claimed_slug`,
    sql`SET ROLE postgres`,
  ])('the app cannot access content, write roles or change the audit (%#)', async (statement) => {
    expect(await refusal(database().execute(statement))).toMatch(/permission denied|must be owner/)
  })

  test('the privilege to lock a role does not allow writing it', async () => {
    const touch = database().execute(sql`UPDATE organization_role SET updated_at = now()`)
    expect(await refusal(touch)).toMatch(/row-level security policy/)
  })

  test('audit events of content are not visible either', async () => {
    const rows = await database().execute(sql`SELECT DISTINCT target_type FROM audit_event ORDER BY 1`)
    expect(rows.map((row) => row.target_type)).toEqual([
      'invitation',
      'member',
      'organization',
      'organization_role',
    ])
  })

  test('the tenant role without a scope sees nothing', async () => {
    const rows = await database().transaction(async (transaction) => {
      await transaction.execute(sql`SET LOCAL ROLE gatehouse_tenant`)
      return transaction.execute(sql`
        SELECT (SELECT count(*) FROM note)::int AS notes, (SELECT count(*) FROM member)::int AS members,
          (SELECT count(*) FROM organization_role)::int AS roles, (SELECT count(*) FROM "user")::int AS people,
          (SELECT count(*) FROM audit_event)::int AS events, (SELECT count(*) FROM security_event)::int AS refusals`)
    })
    expect([...rows]).toEqual([{ notes: 0, members: 0, roles: 0, people: 0, events: 0, refusals: 0 }])
  })
})
