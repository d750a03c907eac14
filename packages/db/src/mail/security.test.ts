import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { database } from '../connection/client'
import { demoId } from '../demo/demo'
import { withTenant } from '../tenancy/tenant'
import { claimOf, useTestDatabase } from '../testing/use-test-database'

// Every statement here forgets the `where` on the organization.

const db = useTestDatabase()
const rolledBack = new Error('rolled back')

/** Invitations by the organization's slug. */
const invitations = new Map<string, string>()

const queue = (invitation: string | null) => sql`
  INSERT INTO mail (id, invitation_id, sealed, expires_at) VALUES (gen_random_uuid(), ${invitation}, 'x', now())`

beforeEach(async () => {
  await db.owner`DELETE FROM mail`
  await db.owner`DELETE FROM invitation`
  for (const slug of ['acme', 'globex']) {
    const [row] = await db.owner<{ id: string }[]>`
      INSERT INTO invitation (organization_id, inviter_id, email, role, expires_at)
      VALUES (${demoId('organization', slug)}, ${demoId('user', `owner@${slug}.test`)}, 'guest@example.test', 'viewer', now())
      RETURNING id`
    invitations.set(slug, row?.id ?? '')
  }
})

/** One email for each invitation, and one that belongs to none. */
async function queueAll(): Promise<void> {
  for (const id of [...invitations.values(), null])
    await db.owner`INSERT INTO mail (id, invitation_id, sealed, expires_at)
      VALUES (gen_random_uuid(), ${id}, 'x', now())`
}

/** Runs the statement as a member of Acme, rolls back and returns its rows and how many it reached. */
async function asMember(statement: SQL) {
  let result = { rows: [] as unknown[], count: -1 }
  const work = withTenant(claimOf('acme', 'owner@acme.test'), async (tenant) => {
    const rows = await tenant.execute(statement)
    result = { rows: [...rows], count: rows.count }
    throw rolledBack
  })
  await expect(work).rejects.toBe(rolledBack)
  return result
}

/** The message of the Postgres error inside Drizzle's. */
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing was refused',
    (error: unknown) =>
      error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error),
  )

test('outside an organization, nobody queues the email of an invitation', async () => {
  await database().execute(queue(null))
  expect(await refusal(database().execute(queue(invitations.get('globex') ?? '')))).toMatch(
    /row-level security policy/,
  )
})

test('a member sees and replaces the email of their own organization’s invitations only', async () => {
  await queueAll()
  const own = invitations.get('acme')
  expect((await asMember(sql`SELECT invitation_id FROM mail`)).rows).toEqual([{ invitation_id: own }])
  expect((await asMember(sql`UPDATE mail SET attempts = 1`)).count).toBe(1)
})

test('a member queues the email of their own organization’s invitations only', async () => {
  expect((await asMember(queue(invitations.get('acme') ?? ''))).count).toBe(1)
  for (const foreign of [invitations.get('globex') ?? '', null]) {
    const work = withTenant(claimOf('acme', 'owner@acme.test'), (tenant) => tenant.execute(queue(foreign)))
    expect(await refusal(work)).toMatch(/row-level security policy/)
  }
})
