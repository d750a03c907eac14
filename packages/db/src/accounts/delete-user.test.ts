import type { Sql, TransactionSql } from 'postgres'
import { beforeEach, describe, expect, test } from 'vitest'
import { deleteUser } from './delete-user'
import { demoId } from '../demo/demo'
import { createOrganization } from '../organizations/organizations'
import { listSoleOwnerships } from './sole-ownerships'
import { useTestDatabase } from '../testing/use-test-database'

const db = useTestDatabase()
let made = 0

/** Inserts a user with a password and a session. Returns their ID. */
async function person(): Promise<string> {
  made += 1
  const [row] = await db.owner<{ id: string }[]>`
    INSERT INTO "user" (name, email) VALUES ('Person', ${`person${made}@example.test`}) RETURNING id`
  const id = row?.id ?? ''
  await db.owner`INSERT INTO account (user_id, provider_id, account_id, password) VALUES (${id}, 'credential', ${id}, 'x')`
  await db.owner`INSERT INTO session (user_id, token, expires_at) VALUES (${id}, ${id}, now() + interval '1 day')`
  return id
}

const join = (userId: string, role: string, slug = 'acme') => db.owner`
  INSERT INTO member (organization_id, user_id, role)
  SELECT id, ${userId}, ${role} FROM organization WHERE slug = ${slug}`

const isThere = async (userId: string) =>
  (await db.owner`SELECT FROM "user" WHERE id = ${userId}`).length === 1

/** Creates an organization with only these owners. Returns its ID. */
async function shared(...owners: string[]): Promise<string> {
  const [first = '', ...others] = owners
  const slug = `shared-${made}-${owners.length}`
  await createOrganization({ name: slug, slug, ownerId: first })
  for (const other of others) await join(other, 'owner', slug)
  return slug
}

const ownersOf = async (slug: string) => {
  const [row] = await db.owner<{ n: number }[]>`
    SELECT count(*)::int AS n FROM member m JOIN organization o ON o.id = m.organization_id
    WHERE o.slug = ${slug} AND m.role = 'owner'`
  return row?.n
}

describe('deleteUser', () => {
  test('deletes sessions, password, links and memberships, but no content', async () => {
    const id = await person()
    await join(id, 'editor')
    const acme = demoId('organization', 'acme')
    await db.owner`INSERT INTO note (organization_id, title, created_by, owner_id) VALUES (${acme}, 'Left', ${id}, ${id})`
    await db.owner`INSERT INTO verification (identifier, value, expires_at) VALUES
      (${`a${id}`}, ${id}, now()), (${`b${id}`}, ${`${id}:x@y.test`}, now())`
    const [before] = await db.owner<
      { n: number }[]
    >`SELECT count(*)::int AS n FROM audit_event WHERE changes::text LIKE ${`%${id}%`}`
    expect(await deleteUser(id, 'r1')).toBe(true)
    expect(await isThere(id)).toBe(false)
    const rows = await db.owner`
      SELECT (SELECT count(*)::int FROM session WHERE user_id = ${id}) AS sessions,
        (SELECT count(*)::int FROM account WHERE user_id = ${id}) AS accounts,
        (SELECT count(*)::int FROM member WHERE user_id = ${id}) AS members,
        (SELECT count(*)::int FROM verification WHERE value LIKE ${`${id}%`}) AS links`
    expect([...rows]).toEqual([{ sessions: 0, accounts: 0, members: 0, links: 0 }])
    expect([...(await db.owner`SELECT created_by, owner_id FROM note WHERE title = 'Left'`)]).toEqual([
      { created_by: null, owner_id: null },
    ])
    const [kept] = await db.owner<
      { n: number }[]
    >`SELECT count(*)::int AS n FROM audit_event WHERE changes::text LIKE ${`%${id}%`}`
    expect(kept?.n).toBeGreaterThanOrEqual(before?.n ?? 1)
    const events = await db.owner`
      SELECT DISTINCT actor_id, request_id FROM audit_event WHERE action = 'account.delete' AND actor_id = ${id}`
    expect([...events]).toEqual([{ actor_id: id, request_id: 'r1' }])
  })

  test('returns false when there is no such user', async () => {
    expect(await deleteUser(crypto.randomUUID(), 'r1')).toBe(false)
  })

  test('refuses the last owner, names what they own and changes nothing', async () => {
    const id = await person()
    const first = await shared(id)
    await expect(deleteUser(id, 'r1')).rejects.toMatchObject({
      code: 'LAST_OWNER_OF',
      details: { name: first, others: 0 },
    })
    await createOrganization({ name: 'A second one', slug: `second-${made}`, ownerId: id })
    await expect(deleteUser(id, 'r1')).rejects.toMatchObject({
      details: { name: expect.toBeOneOf([first, 'A second one']), others: 1 },
    })
    expect(await isThere(id)).toBe(true)
    expect(await ownersOf(first)).toBe(1)
  })

  test('refuses an owner whose co-owner is suspended', async () => {
    const [one, other] = [await person(), await person()]
    const slug = await shared(one, other)
    await db.owner`UPDATE "user" SET banned = true WHERE id = ${other}`
    await expect(deleteUser(one, 'r1')).rejects.toMatchObject({
      code: 'LAST_OWNER_OF',
      details: { name: slug },
    })
    expect(await listSoleOwnerships(one)).toMatchObject([{ slug }])
    await db.owner`UPDATE "user" SET ban_expires = now() - interval '1 second' WHERE id = ${other}`
    expect(await deleteUser(one, 'r1')).toBe(true)
  })

  test('passes a closed organization on to the highest-ranked member, or deletes it', async () => {
    const owner = await person()
    const left = await shared(owner)
    const [admin, viewer] = [await person(), await person()]
    const alone = await shared(owner)
    await join(viewer, 'viewer', left)
    await join(admin, 'admin', left)
    await db.owner`UPDATE organization SET suspended_at = now(), suspended_because = 'x' WHERE slug = ${left}`
    await expect(deleteUser(owner, 'r1')).rejects.toMatchObject({ details: { name: alone, others: 0 } })
    expect(await ownersOf(left)).toBe(1)
    await db.owner`UPDATE organization SET deleted_from = now() + interval '1 day' WHERE slug = ${alone}`
    expect(await deleteUser(owner, 'r1')).toBe(true)
    const rows =
      await db.owner`SELECT user_id, role FROM member JOIN organization ON organization.id = organization_id
      WHERE slug IN ${db.owner([left, alone])} ORDER BY role`
    expect([...rows]).toEqual([
      { user_id: admin, role: 'owner' },
      { user_id: viewer, role: 'viewer' },
    ])
    expect(await db.owner`SELECT FROM organization WHERE slug = ${alone}`).toHaveLength(0)
  })

  test('deletes an owner who is not the last', async () => {
    const [one, other] = [await person(), await person()]
    const slug = await shared(one, other)
    expect(await deleteUser(one, 'r1')).toBe(true)
    expect(await ownersOf(slug)).toBe(1)
    await expect(deleteUser(other, 'r2')).rejects.toMatchObject({ code: 'LAST_OWNER_OF' })
  })
})

describe('in parallel', () => {
  let owners: string[]
  let slug: string

  beforeEach(async () => {
    owners = [await person(), await person(), await person(), await person()]
    slug = await shared(...owners)
  })

  test('all owners of an organization: one stays', async () => {
    const results = await Promise.allSettled(owners.map((id) => deleteUser(id, 'r')))
    const stayed = results.filter((result) => result.status === 'rejected')
    expect(stayed).toHaveLength(1)
    expect(stayed[0]?.reason).toMatchObject({ code: 'LAST_OWNER_OF' })
    expect(await ownersOf(slug)).toBe(1)
  })

  test('without the lock and the constraint, no owner is left', async () => {
    const [one = '', other = ''] = owners
    await db.owner`DELETE FROM "user" WHERE id = ANY(${owners.slice(2)})`
    // Both check before either is deleted, as if there were no lock.
    const asked = async (id: string) => (await listSoleOwnerships(id)).length
    expect(await Promise.all([asked(one), asked(other)])).toEqual([0, 0])
    const both = (sql: Sql | TransactionSql) => sql`DELETE FROM "user" WHERE id = ANY(${[one, other]})`
    await expect(both(db.owner)).rejects.toThrow('an organization keeps an owner')
    await db.owner.begin(async (sql) => {
      await sql`ALTER TABLE member DISABLE TRIGGER USER`
      await both(sql)
      await sql`ALTER TABLE member ENABLE TRIGGER USER`
    })
    expect(await ownersOf(slug)).toBe(0)
  })

  test('a transfer to a user being deleted: either the transfer or the deletion fails', async () => {
    const [last = '', ...others] = owners
    for (const id of others) await deleteUser(id, 'r')
    const heir = await person()
    await join(heir, 'admin', slug)
    const transfer = await opened(async (sql) => {
      await sql`UPDATE member SET role = 'owner' WHERE user_id = ${heir}`
      await sql`UPDATE member SET role = 'admin' WHERE user_id = ${last}`
    })
    const leaving = deleteUser(heir, 'r').catch((error: unknown) => error)
    await waitingForALock()
    await transfer.commit()
    expect(await leaving).toMatchObject({ code: 'LAST_OWNER_OF' })
    expect(await ownersOf(slug)).toBe(1)
  })

  test('creating an organization: either the owner stays or it is not created', async () => {
    const id = await person()
    const making = await opened(async (sql) => {
      const [row] =
        await sql`INSERT INTO organization (name, slug) VALUES ('Late', ${`late-${made}`}) RETURNING id`
      await sql`INSERT INTO member (organization_id, user_id, role) VALUES (${row?.id}, ${id}, 'owner')`
    })
    const leaving = deleteUser(id, 'r').catch((error: unknown) => error)
    await waitingForALock()
    await making.commit()
    expect(await leaving).toMatchObject({ code: 'LAST_OWNER_OF' })
    expect(await ownersOf(`late-${made}`)).toBe(1)
  })
})

/** Starts a transaction that runs `work` and commits when `commit` is called. */
async function opened(
  work: (sql: TransactionSql) => Promise<void>,
): Promise<{ commit: () => Promise<void> }> {
  let commit = () => {}
  const committing = new Promise<void>((resolve) => {
    commit = resolve
  })
  let done: Promise<unknown> = Promise.resolve()
  await new Promise<void>((resolve, reject) => {
    done = db.owner.begin(async (sql) => {
      await work(sql)
      resolve()
      await committing
    })
    done.catch(reject)
  })
  return {
    commit: async () => {
      commit()
      await done
    },
  }
}

/** Waits until another transaction waits for the open one. */
async function waitingForALock(): Promise<void> {
  for (;;) {
    const waiting = await db.owner`
      SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
    if (waiting.length > 0) return
  }
}
