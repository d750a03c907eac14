import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { demoId } from '../demo/demo'
import { withTenant } from '../tenancy/tenant'
import { claimOf, useTestDatabase } from '../testing/use-test-database'

// Every statement here forgets the `where` on the organization.

const db = useTestDatabase()
const acme = demoId('organization', 'acme')
const globex = demoId('organization', 'globex')
const acmeOwner = demoId('user', 'owner@acme.test')
const admin = demoId('user', 'admin@acme.test')

const run = (statement: SQL) =>
  withTenant(claimOf('acme', 'owner@acme.test'), async (tenant) => tenant.execute(statement))

/** The message of the Postgres error inside Drizzle's. */
const refusal = (statement: SQL) =>
  run(statement).then(
    () => 'nothing was refused',
    (error: unknown) =>
      error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error),
  )

const globexRows = () => db.owner`SELECT * FROM invitation WHERE organization_id = ${globex} ORDER BY id`

const into = (organization: string, inviter: string) => sql`
  INSERT INTO invitation (organization_id, inviter_id, email, role, expires_at)
  VALUES (${organization}, ${inviter}, 'y@example.test', 'viewer', now())`
const rolledBack = new Error('rolled back')

/** Runs the statement, rolls back and returns the number of affected rows. */
async function reached(statement: SQL): Promise<number> {
  let count = -1
  const work = withTenant(claimOf('acme', 'owner@acme.test'), async (tenant) => {
    count = (await tenant.execute(statement)).count
    throw rolledBack
  })
  await expect(work).rejects.toBe(rolledBack)
  return count
}

test('can be created only in the member’s own organization and name', async () => {
  expect(await reached(into(acme, acmeOwner))).toBe(1)
  expect(await refusal(into(globex, acmeOwner))).toMatch(/row-level security policy/)
  expect(await refusal(into(acme, admin))).toMatch(/row-level security policy/)
})

test('can be changed only while pending and in the member’s own organization, and never accepted by a member', async () => {
  const before = await globexRows()
  const [own] = await db.owner`SELECT count(*)::int AS pending FROM invitation
    WHERE organization_id = ${acme} AND status = 'pending'`
  expect(await reached(sql`UPDATE invitation SET status = 'canceled'`)).toBe(own?.pending)
  expect(await reached(sql`SELECT id FROM invitation FOR UPDATE`)).toBe(own?.pending)
  expect(await refusal(sql`UPDATE invitation SET status = 'accepted'`)).toMatch(/row-level security/)
  expect(await refusal(sql`UPDATE invitation SET inviter_id = ${admin}`)).toMatch(/row-level security/)
  const [settled] = await db.owner`
    INSERT INTO invitation (organization_id, inviter_id, email, role, status, expires_at)
    VALUES (${acme}, ${acmeOwner}, 'z@example.test', 'owner', 'canceled', now()) RETURNING id`
  expect(await reached(sql`UPDATE invitation SET status = 'canceled' WHERE id = ${settled?.id}`)).toBe(0)
  expect(await globexRows()).toEqual(before)
})

test.each([
  ['invitation_by_its_inviter', 'WITH CHECK (true)', into(acme, admin)],
  [
    'invitation_while_pending',
    'WITH CHECK (true)',
    sql`UPDATE invitation SET status = 'accepted' WHERE status = 'pending'`,
  ],
  [
    'invitation_while_pending',
    'USING (true)',
    sql`UPDATE invitation SET status = 'canceled' WHERE status <> 'pending'`,
  ],
])('are protected by the policy %s: with %s the statement succeeds', async (name, opened, statement) => {
  await db.owner`INSERT INTO invitation (organization_id, inviter_id, email, role, status, expires_at)
    VALUES (${acme}, ${acmeOwner}, 'z@example.test', 'viewer', 'rejected', now())`
  const policy = `${name} ON invitation`
  const [as] =
    await db.owner`SELECT polname, pg_get_expr(polqual, polrelid) AS seen, pg_get_expr(polwithcheck, polrelid) AS written
    FROM pg_policy WHERE polname = ${name}`
  await db.owner.unsafe(`ALTER POLICY ${policy} ${opened}`)
  try {
    expect(await reached(statement)).toBeGreaterThan(0)
  } finally {
    const using = as?.seen ? `USING (${as.seen})` : ''
    await db.owner.unsafe(`ALTER POLICY ${policy} ${using} WITH CHECK (${as?.written})`)
  }
})
