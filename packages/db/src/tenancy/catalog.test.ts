import { sql } from 'drizzle-orm'
import { afterEach, describe, expect, test } from 'vitest'
import { database } from '../connection/client'
import { demoId } from '../demo/demo'
import { withTenant } from './tenant'
import { claimOf, useTestDatabase } from '../testing/use-test-database'

const db = useTestDatabase()
const acme = demoId('organization', 'acme')

/** Tables that only the database writes, so they need no grants and no audit. */
const writtenByTheDatabase = new Set(['audit_event', 'claimed_slug', 'security_event'])
const fixed = ['id', 'organization_id', 'created_by', 'user_id']

interface Found {
  name: string
  forced: boolean
  scoped: boolean
  /** Columns that a tenant transaction may update. */
  writable: string[] | null
  /** Whether a tenant transaction may write any column or whole rows. */
  writes: boolean
  writes_all: boolean
  /** The audit trigger's argument: who sees the table's audit rows. */
  audience: string | null
}

/** Returns every table with an organization_id, from the database catalog. */
const tables = () => db.owner<Found[]>`
  SELECT relname AS name, relrowsecurity AND relforcerowsecurity AS forced,
    EXISTS (SELECT FROM pg_policy WHERE polrelid = c.oid AND polpermissive AND 'gatehouse_tenant'::regrole = ANY (polroles)
      AND pg_get_expr(polqual, polrelid) = '(organization_id = tenant_organization_id())') AS scoped,
    (SELECT array_agg(attname::text ORDER BY attname) FROM pg_attribute
      WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped
        AND has_column_privilege('gatehouse_exclusive', c.oid, attnum, 'UPDATE')) AS writable,
    has_any_column_privilege('gatehouse_exclusive', c.oid, 'INSERT, UPDATE')
      OR has_table_privilege('gatehouse_exclusive', c.oid, 'DELETE, TRUNCATE') AS writes,
    has_table_privilege('gatehouse_exclusive', c.oid, 'UPDATE, TRUNCATE') AS writes_all,
    -- After every insert, update and delete, for each row.
    (SELECT encode(tgargs, 'escape') FROM pg_trigger WHERE tgrelid = c.oid AND tgenabled = 'O' AND tgtype = 29
      AND tgfoid = 'record_audit_event'::regproc) AS audience
  FROM pg_class c WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
    AND EXISTS (SELECT FROM pg_attribute WHERE attrelid = c.oid AND attname = 'organization_id' AND NOT attisdropped)
  ORDER BY relname`

/** Returns what each table lacks. */
async function problems(): Promise<string[]> {
  return (await tables()).flatMap((table) => {
    const { name, writable, audience } = table
    const says = (fault: string, is: boolean) => (is ? [`${name} ${fault}`] : [])
    const common = [
      ...says('does not force row-level security', !table.forced),
      ...says('has no policy that limits a tenant to its organization', !table.scoped),
    ]
    if (writtenByTheDatabase.has(name)) return [...common, ...says('is written by members', table.writes)]
    return [
      ...common,
      ...says('grants members no column', !writable),
      ...says('grants members whole rows to update', table.writes_all),
      ...says(
        'lets rows move to another organization',
        fixed.some((column) => writable?.includes(column)),
      ),
      ...says('has no audit trigger', audience === null),
      ...says('does not declare who sees its audit', audience === ''),
    ]
  })
}

test('every table with an organization is protected, and the known ones are found', async () => {
  expect((await tables()).map(({ name }) => name)).toEqual(
    expect.arrayContaining(['invitation', 'member', 'note', 'organization_role', ...writtenByTheDatabase]),
  )
  expect(await problems()).toEqual([])
})

describe('an unprotected table', () => {
  afterEach(() => db.owner`DROP TABLE IF EXISTS forgotten`)

  const create = () => db.owner`
    CREATE TABLE forgotten (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), organization_id uuid, created_by uuid,
      title text, updated_at timestamptz)`
  const policy = () => db.owner`CREATE POLICY forgotten_of_tenant ON forgotten TO gatehouse_tenant
    USING (organization_id = tenant_organization_id())`

  test('is reported with everything it lacks', async () => {
    await create()
    expect(await problems()).toEqual([
      'forgotten does not force row-level security',
      'forgotten has no policy that limits a tenant to its organization',
      'forgotten grants members no column',
      'forgotten has no audit trigger',
    ])
    await db.owner`ALTER TABLE forgotten ENABLE ROW LEVEL SECURITY`
    await db.owner`CREATE POLICY everyone ON forgotten TO gatehouse_tenant USING (true)`
    await db.owner`GRANT UPDATE ON forgotten TO gatehouse_tenant`
    await db.owner`CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON forgotten
      FOR EACH ROW EXECUTE FUNCTION record_audit_event()`
    expect(await problems()).toEqual([
      'forgotten does not force row-level security',
      'forgotten has no policy that limits a tenant to its organization',
      'forgotten grants members whole rows to update',
      'forgotten lets rows move to another organization',
      'forgotten does not declare who sees its audit',
    ])
  })

  test('is protected by its policy and one call', async () => {
    await create()
    await policy()
    await db.owner`SELECT protect_tenant_table('forgotten', writable_columns => '{title}')`
    expect(await problems()).toEqual([])
  })

  test.each(['id', 'organization_id', 'created_by', 'created_at'])(
    'may not let members write %s',
    async (column) => {
      await create()
      const call = db.owner`SELECT protect_tenant_table('forgotten', writable_columns => ${[`title`, column]})`
      // invalid_parameter_value: our driver keeps no message that may have values.
      await expect(call).rejects.toMatchObject({ code: '22023' })
    },
  )

  test.each([
    [
      'an undeclared audience',
      `CREATE TRIGGER audit AFTER INSERT ON forgotten FOR EACH ROW EXECUTE FUNCTION record_audit_event()`,
      0,
    ],
    [
      'a misspelled audience',
      `CREATE TRIGGER audit AFTER INSERT ON forgotten FOR EACH ROW EXECUTE FUNCTION record_audit_event('Admins')`,
      0,
    ],
    ['no audience', `SELECT protect_tenant_table('forgotten', writable_columns => '{title}')`, 0],
    [
      'the organization as audience',
      `SELECT protect_tenant_table('forgotten', '{title}', visible_to_admins => false)`,
      0,
    ],
    [
      'super-admins as audience',
      `SELECT protect_tenant_table('forgotten', '{title}', visible_to_admins => true)`,
      1,
    ],
  ])(
    'with %s: its organization sees the audit rows, and super-admins the expected number',
    async (_how, statement, many) => {
      await create()
      await policy()
      await db.owner.unsafe(statement)
      const [row] =
        await db.owner`INSERT INTO forgotten (organization_id, title) VALUES (${acme}, 'x') RETURNING id`
      const rows = sql`SELECT FROM audit_event WHERE target_id = ${row?.id}`
      expect(await database().execute(rows)).toHaveLength(many)
      const own = withTenant(claimOf('acme', 'owner@acme.test'), (tenant) => tenant.execute(rows))
      expect(await own).toHaveLength(1)
    },
  )
})
