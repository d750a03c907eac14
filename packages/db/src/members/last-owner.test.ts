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

/** A separate connection, for one of two parallel callers. */
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
    ['given an unknown role', (sql, user) => sql`UPDATE member SET role = 'OWNER' WHERE user_id = ${user}`],
    ['removed', (sql, user) => sql`DELETE FROM member WHERE user_id = ${user}`],
    ['deleted with their account', (sql, user) => sql`DELETE FROM "user" WHERE id = ${user}`],
  ]

describe('the last owner', () => {
  test.each(ends)('cannot be %s', async (_how, end) => {
    await expect(end(db.owner, first)).rejects.toMatchObject(refused)
    expect(await owners()).toBe(1)
  })

  test('cannot be removed together with everyone else', async () => {
    await expect(db.owner`DELETE FROM member`).rejects.toMatchObject(refused)
    await expect(db.owner`UPDATE member SET role = 'admin'`).rejects.toMatchObject(refused)
    expect(await owners()).toBe(1)
  })

  test('can be removed when there is another; an admin always can', async () => {
    const rolledBack = new Error('rolled back')
    const going = db.owner.begin(async (transaction) => {
      await transaction`UPDATE member SET role = 'owner' WHERE user_id = ${second}`
      await transaction`DELETE FROM "user" WHERE id = ${first}`
      await transaction`DELETE FROM member WHERE role = 'editor' AND organization_id = ${acme}`
      throw rolledBack
    })
    await expect(going).rejects.toBe(rolledBack)
  })

  test.each(ends)('cannot be %s when the other owner is suspended', async (_how, end) => {
    await db.owner`UPDATE member SET role = 'owner' WHERE user_id = ${second} AND organization_id = ${acme}`
    await db.owner`UPDATE "user" SET banned = true, ban_expires = now() + interval '1 day' WHERE id = ${second}`
    try {
      await expect(end(db.owner, first)).rejects.toMatchObject(refused)
    } finally {
      await db.owner`UPDATE "user" SET banned = false, ban_expires = NULL WHERE id = ${second}`
    }
  })

  test('is removed with the organization', async () => {
    const rolledBack = new Error('rolled back')
    const going = db.owner.begin(async (transaction) => {
      await transaction`DELETE FROM organization WHERE id = ${acme}`
      expect(await transaction`SELECT FROM member WHERE organization_id = ${acme}`).toHaveLength(0)
      throw rolledBack
    })
    await expect(going).rejects.toBe(rolledBack)
  })

  test.each(['REPEATABLE READ', 'SERIALIZABLE'])(
    'is never checked against an old snapshot, as in %s',
    async (level) => {
      const judged = db.owner.begin(`ISOLATION LEVEL ${level}`, async (transaction) => {
        await transaction`UPDATE member SET role = 'owner' WHERE user_id = ${second}`
        await transaction`UPDATE member SET role = 'admin' WHERE user_id = ${first}`
      })
      await expect(judged).rejects.toThrow('owners are changed in READ COMMITTED only')
    },
  )
})

/** Removes the second owner while the first one's removal is uncommitted. */
async function leaveAtOnce(end: (typeof ends)[number][1]): Promise<PromiseSettledResult<unknown>[]> {
  await db.owner`UPDATE member SET role = 'owner' WHERE user_id = ${second} AND organization_id = ${acme}`
  const later = connection()
  let other: PromiseLike<unknown> = Promise.resolve()
  const earlier = connection().begin(async (transaction) => {
    await end(transaction, first)
    other = end(later, second)
    // `then` sends it: the driver only sends a query that is awaited.
    const ended = other.then(
      () => undefined,
      () => undefined,
    )
    await Promise.race([untilWaiting(db.owner), ended])
  })
  return Promise.allSettled([earlier, earlier.then(() => other)])
}

describe('two owners removed in parallel', () => {
  test.each(ends)('who are %s: one stays', async (_how, end) => {
    const removed = db.owner`SELECT * FROM "user" WHERE id = ${first}`
    const [user] = await removed
    const memberships = await db.owner`SELECT * FROM member WHERE user_id = ${first}`
    const [earlier, later] = await leaveAtOnce(end)
    expect(earlier?.status).toBe('fulfilled')
    expect(later).toMatchObject({ status: 'rejected', reason: refused })
    expect(await owners()).toBe(1)
    // Restores both for the next case.
    await db.owner`INSERT INTO "user" ${db.owner(user ?? {})} ON CONFLICT DO NOTHING`
    await db.owner`INSERT INTO member ${db.owner(memberships)} ON CONFLICT DO NOTHING`
  })

  test('without the trigger, both are removed and the organization has no owner', async () => {
    await db.owner`ALTER TABLE member DISABLE TRIGGER keep_an_owner`
    try {
      const results = await leaveAtOnce(ends[0]![1])
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
      expect(await owners()).toBe(0)
    } finally {
      await db.owner`ALTER TABLE member ENABLE TRIGGER keep_an_owner`
    }
  })
})
