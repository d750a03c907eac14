import { sql } from 'drizzle-orm'
import type postgres from 'postgres'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { database } from '../connection/client'
import { demoId } from '../demo/demo'
import { NotAMemberError, withTenant } from './tenant'
import { createNote, listNotes, updateNotes } from '../testing/fixture-domain/notes'
import { claimOf, useTestDatabase } from '../testing/use-test-database'

const sent = vi.hoisted(() => [] as string[])

// The real driver, which also records what it sends.
vi.mock('postgres', async (original) => {
  const { default: driver } = await original<{ default: typeof postgres }>()
  const telling = (url: string, options: postgres.Options<Record<string, postgres.PostgresType>>) =>
    driver(url, { ...options, debug: (_connection, query) => sent.push(query) })
  return { default: Object.assign(telling, driver) }
})

vi.stubEnv('DATABASE_POOL_SIZE', '1')
const db = useTestDatabase()
const owner = claimOf('acme', 'owner@acme.test')

beforeEach(() => {
  sent.length = 0
})

const roleIn = (organization: string) =>
  withTenant(claimOf(organization, 'both@gatehouse.test'), async (_db, tenant) => tenant.membership.role)

describe('withTenant', () => {
  test('provides the organization and the membership', async () => {
    const tenant = await withTenant(owner, async (tenantDb, given) => {
      expect(tenantDb.tenant).toBe(given)
      return given
    })
    expect(tenant).toEqual({
      organization: { id: demoId('organization', 'acme'), slug: 'acme', name: 'Acme' },
      membership: { id: expect.any(String), userId: owner.userId, role: 'owner', customRole: null },
    })
  })

  test('commits when the work returns and rolls back when it throws', async () => {
    const { id } = await withTenant(owner, (tenantDb) => createNote(tenantDb, { title: 'kept' }))
    const failure = new Error('no')
    const failing = withTenant(owner, async (tenantDb) => {
      await updateNotes(tenantDb, [id], { title: 'lost' })
      throw failure
    })
    await expect(failing).rejects.toBe(failure)
    const [row] = await db.owner`SELECT title FROM note WHERE id = ${id}`
    expect(row).toEqual({ title: 'kept' })
  })

  test('a write runs BEGIN, the scope, the work and COMMIT', async () => {
    await withTenant(owner, async () => {})
    sent.length = 0
    await withTenant(owner, (tenantDb) => createNote(tenantDb, { title: 'counted' }))
    expect(sent.map((statement) => statement.trim().split(/\s/)[0]?.toLowerCase())).toEqual([
      'begin',
      'select',
      'insert',
      'commit',
    ])
  })

  test('a read-only scope runs no extra statement and can’t write', async () => {
    sent.length = 0
    const write = withTenant(owner, (tenantDb) => createNote(tenantDb, { title: 'x' }), { readOnly: true })
    await expect(write).rejects.toMatchObject({
      cause: { message: expect.stringMatching(/read-only transaction/) },
    })
    expect(sent).toHaveLength(4)
  })

  test.each([
    ['a member of another organization', claimOf('acme', 'owner@globex.test')],
    ['a user without an organization', claimOf('acme', 'nomad@gatehouse.test')],
    ['a super-admin', claimOf('acme', 'root@gatehouse.test')],
    ['an unknown organization', claimOf('initech', 'owner@acme.test')],
    ['an unknown user', { organization: 'acme', userId: demoId('user', 'nobody') }],
    ['a slug in another case', claimOf('ACME', 'owner@acme.test')],
    ['a slug with a NUL', claimOf('acme\0', 'owner@acme.test')],
    ['a slug with SQL', claimOf("acme' OR '1'='1", 'owner@acme.test')],
    ['an empty slug', claimOf('', 'owner@acme.test')],
    ['a malformed user ID', { organization: 'acme', userId: "' OR 1=1 --" }],
  ])('refuses %s and runs no work', async (_who, claim) => {
    const work = vi.fn<() => Promise<void>>(async () => {})
    await expect(withTenant(claim, work)).rejects.toEqual(new NotAMemberError())
    expect(work).not.toHaveBeenCalled()
  })

  test('refuses a removed member from the next call on', async () => {
    const viewer = claimOf('acme', 'viewer@acme.test')
    await withTenant(viewer, async () => {})
    await db.owner`DELETE FROM member WHERE user_id = ${viewer.userId}`
    await expect(withTenant(viewer, async () => {})).rejects.toThrow(NotAMemberError)
  })

  test('uses the role in the given organization', async () => {
    expect([await roleIn('acme'), await roleIn('globex')]).toEqual(['editor', 'viewer'])
  })
})

// One connection in the pool, so the next transaction sees what the last one left.
describe('state left on the connection', () => {
  const state = sql`SELECT current_user::text AS role, current_setting('app.organization_id', true) AS organization,
    current_setting('app.user_id', true) AS actor, current_setting('app.action', true) AS action,
    current_setting('transaction_read_only') AS readonly, current_setting('statement_timeout') AS timeout`

  /** What the next transaction on the connection would see. */
  const left = async () => {
    const [row] = await database().execute(state)
    const notes = await database()
      .execute(sql`SELECT * FROM note`)
      .catch(() => 'refused')
    return { ...row, notes }
  }
  const nothing = {
    role: expect.stringMatching(/^gatehouse_test_/),
    organization: '',
    actor: '',
    action: '',
    readonly: 'off',
    timeout: '15s',
    notes: 'refused',
  }

  test('is empty after success', async () => {
    const [inside] = await withTenant({ ...owner, action: 'a', requestId: 'r' }, (tenantDb) =>
      tenantDb.execute(state),
    )
    expect(inside).toMatchObject({
      role: 'gatehouse_tenant',
      organization: demoId('organization', 'acme'),
      action: 'a',
    })
    expect(await left()).toEqual(nothing)
  })

  test('is empty after an SQL error', async () => {
    await expect(withTenant(owner, (tenantDb) => tenantDb.execute(sql`SELECT 1 / 0`))).rejects.toThrow(
      'Failed query',
    )
    expect(await left()).toEqual(nothing)
  })

  test('is empty after a read-only scope', async () => {
    const [inside] = await withTenant(owner, (tenantDb) => tenantDb.execute(state), {
      readOnly: true,
      expensive: true,
    })
    expect(inside).toMatchObject({ readonly: 'on', timeout: '3s' })
    expect(await left()).toEqual(nothing)
  })

  test.each(['RESET ROLE', 'SET ROLE NONE', 'SET LOCAL ROLE NONE', 'SET SESSION AUTHORIZATION DEFAULT'])(
    '%s inside loses access to content and gains nothing',
    async (statement) => {
      const without = withTenant(owner, async (tenantDb) => {
        await tenantDb.execute(sql.raw(statement))
        return tenantDb.execute(sql`SELECT * FROM note`)
      })
      await expect(without).rejects.toMatchObject({ cause: { message: 'permission denied for table note' } })
      expect(await left()).toEqual(nothing)
    },
  )

  test.each(['SET ROLE postgres', 'SET LOCAL ROLE postgres', 'SET SESSION AUTHORIZATION postgres'])(
    '%s inside is refused',
    async (statement) => {
      const risen = withTenant(owner, (tenantDb) => tenantDb.execute(sql.raw(statement)))
      await expect(risen).rejects.toMatchObject({
        cause: { message: expect.stringMatching(/permission denied/) },
      })
      expect(await left()).toEqual(nothing)
    },
  )

  test('row_security = off inside is an error, not a bypass', async () => {
    const around = withTenant(owner, async (tenantDb) => {
      await tenantDb.execute(sql`SET LOCAL row_security = off`)
      return tenantDb.execute(sql`SELECT * FROM note`)
    })
    await expect(around).rejects.toMatchObject({
      cause: { message: expect.stringMatching(/row-level security/) },
    })
  })
})

/** The title that a user sees in an organization. */
const titleIn = async (organization: string, email: string) => {
  const { id } = await withTenant(claimOf(organization, email), (tenantDb) =>
    createNote(tenantDb, { title: organization }),
  )
  const seen = ['acme', 'globex'].map((slug) =>
    withTenant(claimOf(slug, 'both@gatehouse.test'), async (tenantDb) =>
      (await listNotes(tenantDb)).find((row) => row.id === id),
    ),
  )
  return (await Promise.all(seen)).map((row) => row?.title)
}

test('two parallel scopes of one user do not mix', async () => {
  expect(await titleIn('acme', 'owner@acme.test')).toEqual(['acme', undefined])
  expect(await titleIn('globex', 'owner@globex.test')).toEqual([undefined, 'globex'])
})
