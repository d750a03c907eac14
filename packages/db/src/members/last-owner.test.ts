import postgres from 'postgres'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { demoId } from '../demo/demo'
import { useTestDatabase } from '../testing/use-test-database'
import { untilWaiting } from '../testing/waiting'

const db = useTestDatabase()
const acme = demoId('organization', 'acme')
const first = demoId('user', 'owner@acme.test')
const second = demoId('user', 'admin@acme.test')
const refused = { constraint_name: 'organization_has_owner' }
const connections: postgres.Sql[] = []

/** A connection of its own, for one of two who act at once. */
function connection(): postgres.Sql {
  const made = postgres(db.ownerUrl, { max: 1, onnotice: () => {} })
  connections.push(made)
  return made
}

const owners = async () =>
  (await db.owner`SELECT user_id FROM member WHERE organization_id = ${acme} AND role = 'owner'`).length

beforeEach(async () => {
  await db.owner`UPDATE member SET role = 'owner' WHERE organization_id = ${acme} AND user_id = ${first}`
  await db.owner`UPDATE member SET role = 'admin' WHERE organization_id = ${acme} AND user_id = ${second}`
})

afterAll(() => Promise.all(connections.map((made) => made.end({ timeout: 1 }))))

const ends: [string, (sql: postgres.Sql | postgres.TransactionSql, user: string) => PromiseLike<unknown>][] =
  [
    ['demoted', (sql, user) => sql`UPDATE member SET role = 'viewer' WHERE user_id = ${user}`],
    [
      'given a role that nobody knows',
      (sql, user) => sql`UPDATE member SET role = 'OWNER' WHERE user_id = ${user}`,
    ],
    ['removed', (sql, user) => sql`DELETE FROM member WHERE user_id = ${user}`],
    ['deleted with their account', (sql, user) => sql`DELETE FROM "user" WHERE id = ${user}`],
  ]

describe('the last owner', () => {
  test.each(ends)('cannot be %s', async (_how, end) => {
    await expect(end(db.owner, first)).rejects.toMatchObject(refused)
    expect(await owners()).toBe(1)
  })

  test('cannot go together with all others', async () => {
    await expect(db.owner`DELETE FROM member`).rejects.toMatchObject(refused)
    await expect(db.owner`UPDATE member SET role = 'admin'`).rejects.toMatchObject(refused)
    expect(await owners()).toBe(1)
  })

  test('goes when there is another, and an admin goes anyhow', async () => {
    const rolledBack = new Error('rolled back')
    const going = db.owner.begin(async (transaction) => {
      await transaction`UPDATE member SET role = 'owner' WHERE user_id = ${second}`
      await transaction`DELETE FROM "user" WHERE id = ${first}`
      await transaction`DELETE FROM member WHERE role = 'editor' AND organization_id = ${acme}`
      throw rolledBack
    })
    await expect(going).rejects.toBe(rolledBack)
  })

  test('goes with the organization', async () => {
    const rolledBack = new Error('rolled back')
    const going = db.owner.begin(async (transaction) => {
      await transaction`DELETE FROM organization WHERE id = ${acme}`
      expect(await transaction`SELECT FROM member WHERE organization_id = ${acme}`).toHaveLength(0)
      throw rolledBack
    })
    await expect(going).rejects.toBe(rolledBack)
  })

  test.each(['REPEATABLE READ', 'SERIALIZABLE'])('is not judged by the past, as in %s', async (level) => {
    const judged = db.owner.begin(`ISOLATION LEVEL ${level}`, async (transaction) => {
      await transaction`UPDATE member SET role = 'owner' WHERE user_id = ${second}`
      await transaction`UPDATE member SET role = 'admin' WHERE user_id = ${first}`
    })
    await expect(judged).rejects.toThrow('owners are changed in READ COMMITTED only')
  })
})

/** The first has gone and not yet committed when the second goes. */
async function goAtOnce(end: (typeof ends)[number][1]): Promise<PromiseSettledResult<unknown>[]> {
  await db.owner`UPDATE member SET role = 'owner' WHERE user_id = ${second} AND organization_id = ${acme}`
  const later = connection()
  let other: PromiseLike<unknown> = Promise.resolve()
  const earlier = connection().begin(async (transaction) => {
    await end(transaction, first)
    other = end(later, second)
    // Sent, since the driver sends a query only when somebody waits for it.
    const ended = other.then(
      () => undefined,
      () => undefined,
    )
    await Promise.race([untilWaiting(db.owner), ended])
  })
  return Promise.allSettled([earlier, earlier.then(() => other)])
}

describe('two owners who go at once', () => {
  test.each(ends)('and are %s: one stays', async (_how, end) => {
    const removed = db.owner`SELECT * FROM "user" WHERE id = ${first}`
    const [user] = await removed
    const memberships = await db.owner`SELECT * FROM member WHERE user_id = ${first}`
    const [earlier, later] = await goAtOnce(end)
    expect(earlier?.status).toBe('fulfilled')
    expect(later).toMatchObject({ status: 'rejected', reason: refused })
    expect(await owners()).toBe(1)
    // Back again for the next.
    await db.owner`INSERT INTO "user" ${db.owner(user ?? {})} ON CONFLICT DO NOTHING`
    await db.owner`INSERT INTO member ${db.owner(memberships)} ON CONFLICT DO NOTHING`
  })

  test('without the trigger both go, and nobody owns the organization', async () => {
    await db.owner`ALTER TABLE member DISABLE TRIGGER keep_an_owner`
    try {
      const results = await goAtOnce(ends[0]![1])
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
      expect(await owners()).toBe(0)
    } finally {
      await db.owner`ALTER TABLE member ENABLE TRIGGER keep_an_owner`
    }
  })
})
