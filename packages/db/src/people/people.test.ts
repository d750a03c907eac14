import { beforeEach, describe, expect, test } from 'vitest'
import { deleteUser } from '../accounts/delete-user'
import { database } from '../connection/client'
import { sql } from 'drizzle-orm'
import { demoId } from '../demo/demo'
import { createOrganization } from '../organizations/organizations'
import { useTestDatabase } from '../testing/use-test-database'
import { sendPasswordReset, verifyEmailOf } from './access'
import { changeRoleOf } from './change-role'
import type { Decision } from './decide'
import { deletePerson } from './delete-person'
import { listHandovers } from './handover'
import { listPeople } from './list'
import { listMembershipsOf, readPerson } from './person'
import { endSessionsOf, restorePerson, suspendPerson } from './suspend'
import { readTrail } from './trail'

const db = useTestDatabase()
const root = demoId('user', 'root@gatehouse.test')
const quiet = async () => {}
let made = 0
let person: { id: string; email: string }

async function makePerson(role = 'user'): Promise<{ id: string; email: string }> {
  made += 1
  const email = `person${made}@people.test`
  const [row] = await db.owner<{ id: string }[]>`
    INSERT INTO "user" (name, email, email_verified, role) VALUES (${`Person ${made}`}, ${email}, true, ${role}) RETURNING id`
  const id = row?.id ?? ''
  await db.owner`INSERT INTO session (user_id, token, expires_at) VALUES (${id}, ${id}, now() + interval '1 day')`
  return { id, email }
}

const decision = (userId: string, more: Partial<Decision> = {}): Decision => ({
  adminId: root,
  action: 'people.test',
  requestId: 'r1',
  userId,
  reason: 'Asked by mail',
  ...more,
})

const stored = async (id: string) => (await db.owner`SELECT * FROM "user" WHERE id = ${id}`)[0]
const sessionsOf = async (id: string) => (await db.owner`SELECT FROM session WHERE user_id = ${id}`).length

/** Creates an organization owned by this person. Returns its ID. */
async function owned(ownerId: string, members: Record<string, string> = {}): Promise<string> {
  made += 1
  const { id } = await createOrganization({ name: `Works ${made}`, slug: `works-${made}`, ownerId })
  for (const [userId, role] of Object.entries(members))
    await db.owner`INSERT INTO member (organization_id, user_id, role) VALUES (${id}, ${userId}, ${role})`
  return id
}

const ownersOf = async (organizationId: string) =>
  (
    await db.owner`SELECT user_id FROM member WHERE organization_id = ${organizationId} AND role = 'owner'`
  ).map((row) => String(row.user_id))

beforeEach(async () => {
  person = await makePerson()
})

describe('a decision', () => {
  test('is recorded with its author and reason, for super-admins only', async () => {
    expect(await endSessionsOf(decision(person.id), quiet)).toBe(true)
    expect(await sessionsOf(person.id)).toBe(0)
    const [event] = await db.owner`SELECT * FROM audit_event WHERE target_id = ${person.id}`
    expect(event).toMatchObject({
      organization_id: null,
      actor_id: root,
      action: 'people.test',
      request_id: 'r1',
      target_type: 'user',
      visible_to_admins: true,
      changes: { sessions: { old: 1, new: 0 }, reason: { new: 'Asked by mail' } },
    })
  })

  test('without a reason is refused by the database', async () => {
    await expect(endSessionsOf(decision(person.id, { reason: '' }), quiet)).rejects.toMatchObject({
      cause: { constraint_name: 'decision_has_reason' },
    })
    expect(await sessionsOf(person.id)).toBe(1)
  })

  test('commits with its mail or not at all', async () => {
    const failing = () => Promise.reject(new Error('no mail'))
    await expect(suspendPerson(decision(person.id), { until: null }, failing)).rejects.toThrow('no mail')
    expect(await stored(person.id)).toMatchObject({ banned: false })
    expect(await db.owner`SELECT FROM audit_event WHERE target_id = ${person.id}`).toHaveLength(0)
  })

  test('about oneself, about an unknown person, or by a former or suspended super-admin changes nothing', async () => {
    const other = await makePerson('super-admin')
    const by = (adminId: string) => endSessionsOf(decision(person.id, { adminId }), quiet)
    await expect(endSessionsOf(decision(root), quiet)).rejects.toMatchObject({ code: 'OWN_ACCOUNT' })
    await db.owner`UPDATE "user" SET banned = true WHERE id = ${other.id}`
    await expect(by(other.id)).rejects.toMatchObject({ code: 'NO_LONGER_ADMIN' })
    for (const role of ['user', 'support', 'super-admin,user', 'Super-Admin', null]) {
      await db.owner`UPDATE "user" SET banned = false, role = ${role} WHERE id = ${other.id}`
      await expect(by(other.id)).rejects.toMatchObject({ code: 'NO_LONGER_ADMIN' })
    }
    expect(await sessionsOf(person.id)).toBe(1)
    expect(await endSessionsOf(decision(crypto.randomUUID()), quiet)).toBe(false)
  })

  test('cannot be recorded by other statements, or in a tenant transaction', async () => {
    await expect(
      database().execute(sql`INSERT INTO audit_event (action, target_type, target_id, changes)
        VALUES ('people.ban', 'user', ${person.id}, '{}')`),
    ).rejects.toMatchObject({ cause: { message: expect.stringContaining('permission denied') } })
    const asMember = db.owner.begin(async (client) => {
      await client`SET LOCAL ROLE gatehouse_tenant`
      await client`SELECT record_decision(${person.id}, '{}')`
    })
    await expect(asMember).rejects.toThrow('permission denied')
  })
})

describe('suspension', () => {
  test('ends sessions and links, and lasts until its end', async () => {
    await db.owner`INSERT INTO verification (identifier, value, expires_at) VALUES (${person.id}, ${person.id}, now())`
    const until = new Date(Date.now() + 86_400_000)
    expect(await suspendPerson(decision(person.id), { until }, quiet)).toBe(true)
    expect(await stored(person.id)).toMatchObject({
      banned: true,
      ban_expires: until,
      ban_reason: 'Asked by mail',
    })
    expect(await sessionsOf(person.id)).toBe(0)
    expect(await db.owner`SELECT FROM verification WHERE value = ${person.id}`).toHaveLength(0)
    expect(await readPerson(person.id)).toMatchObject({ suspended: true, suspendedUntil: until })

    expect(await restorePerson(decision(person.id), quiet)).toBe(true)
    expect(await stored(person.id)).toMatchObject({ banned: false, ban_expires: null, ban_reason: null })
    await expect(restorePerson(decision(person.id), quiet)).rejects.toMatchObject({ code: 'ALREADY_DONE' })
  })

  test('of the only owner needs a new one, who must be a member able to sign in', async () => {
    const [heir, away, stranger] = [await makePerson(), await makePerson(), await makePerson()]
    await db.owner`UPDATE "user" SET banned = true WHERE id = ${away.id}`
    const works = await owned(person.id, { [heir.id]: 'viewer', [away.id]: 'admin' })
    const elsewhere = await owned(stranger.id, { [heir.id]: 'viewer' })
    const memberOf = async (organization: string, user: string) => {
      const [row] =
        await db.owner`SELECT id FROM member WHERE organization_id = ${organization} AND user_id = ${user}`
      return String(row?.id)
    }
    expect(await listHandovers(person.id)).toMatchObject([{ id: works, heirs: [{ email: heir.email }] }])
    const refused = [
      [],
      [await memberOf(works, away.id)],
      [await memberOf(works, person.id)],
      [await memberOf(elsewhere, heir.id)],
      [crypto.randomUUID()],
    ]
    for (const newOwners of refused)
      await expect(
        suspendPerson(decision(person.id), { until: null, newOwners }, quiet),
      ).rejects.toMatchObject({ code: 'NEEDS_OWNER' })
    expect(await ownersOf(works)).toEqual([person.id])
    expect(await stored(person.id)).toMatchObject({ banned: false })

    const newOwners = [await memberOf(works, heir.id), await memberOf(elsewhere, heir.id)]
    await suspendPerson(decision(person.id), { until: null, newOwners }, quiet)
    expect(await ownersOf(works)).toEqual(expect.arrayContaining([person.id, heir.id]))
    // This organization didn't need a new owner.
    expect(await ownersOf(elsewhere)).toEqual([stranger.id])
  })

  test('of someone who is alone in an organization needs no new owner', async () => {
    await owned(person.id)
    expect(await suspendPerson(decision(person.id), { until: null }, quiet)).toBe(true)
  })

  test('of both owners at once: one can still sign in', async () => {
    const [second, other] = [await makePerson(), await makePerson()]
    const works = await owned(person.id, { [second.id]: 'owner', [other.id]: 'viewer' })
    const results = await Promise.allSettled(
      [person, second].map(({ id }) => suspendPerson(decision(id), { until: null }, quiet)),
    )
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'NEEDS_OWNER' },
    })
    expect(await ownersOf(works)).toHaveLength(2)
  })
})

describe('access', () => {
  test('verifies an email once', async () => {
    await db.owner`UPDATE "user" SET email_verified = false WHERE id = ${person.id}`
    expect(await verifyEmailOf(decision(person.id), quiet)).toBe(true)
    expect(await stored(person.id)).toMatchObject({ email_verified: true })
    await expect(verifyEmailOf(decision(person.id), quiet)).rejects.toMatchObject({ code: 'ALREADY_DONE' })
  })

  test('mails no reset link to a suspended person', async () => {
    await db.owner`UPDATE "user" SET banned = true WHERE id = ${person.id}`
    await expect(sendPasswordReset(decision(person.id), quiet)).rejects.toMatchObject({ code: 'SUSPENDED' })
  })

  test('only a verified person who can sign in can become a super-admin', async () => {
    await db.owner`UPDATE "user" SET email_verified = false WHERE id = ${person.id}`
    await expect(changeRoleOf(decision(person.id), 'super-admin', quiet)).rejects.toMatchObject({
      code: 'UNVERIFIED',
    })
    await db.owner`UPDATE "user" SET email_verified = true, banned = true WHERE id = ${person.id}`
    await expect(changeRoleOf(decision(person.id), 'super-admin', quiet)).rejects.toMatchObject({
      code: 'SUSPENDED',
    })
    await db.owner`UPDATE "user" SET banned = false WHERE id = ${person.id}`
    expect(await changeRoleOf(decision(person.id), 'super-admin', quiet)).toBe(true)
    expect(await stored(person.id)).toMatchObject({ role: 'super-admin' })
    expect(await changeRoleOf(decision(person.id), 'support', quiet)).toBe(true)
    expect(await stored(person.id)).toMatchObject({ role: 'support' })
    expect(await changeRoleOf(decision(person.id), 'user', quiet)).toBe(true)
    expect(await stored(person.id)).toMatchObject({ role: 'user' })
    await expect(changeRoleOf(decision(person.id), 'user', quiet)).rejects.toMatchObject({
      code: 'ALREADY_DONE',
    })
  })

  test('two super-admins who revoke, suspend or delete each other at once: one stays', async () => {
    const ways = [
      (by: string, { id }: typeof person) => changeRoleOf(decision(id, { adminId: by }), 'user', quiet),
      (by: string, { id }: typeof person) =>
        suspendPerson(decision(id, { adminId: by }), { until: null }, quiet),
      (by: string, { id, email }: typeof person) =>
        deletePerson(decision(id, { adminId: by }), { confirmation: email }, quiet),
    ]
    for (const end of ways) {
      const [one, other] = [await makePerson('super-admin'), await makePerson('super-admin')]
      await db.owner`UPDATE "user" SET role = 'user' WHERE id = ${root}`
      try {
        const results = await Promise.allSettled([end(one.id, other), end(other.id, one)])
        expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
        const left = await db.owner`SELECT FROM "user" WHERE role = 'super-admin' AND banned IS NOT TRUE`
        expect(left).toHaveLength(1)
      } finally {
        await db.owner`DELETE FROM "user" WHERE id IN ${db.owner([one.id, other.id])}`
        await db.owner`UPDATE "user" SET role = 'super-admin' WHERE id = ${root}`
      }
    }
  })

  test('the last super-admin can’t delete their account, not even at once with the second', async () => {
    await expect(deleteUser(root, 'r1')).rejects.toMatchObject({ code: 'LAST_SUPER_ADMIN' })
    await db.owner`UPDATE "user" SET role = 'user' WHERE id = ${root}`
    const both = [await makePerson('super-admin'), await makePerson('super-admin')]
    const results = await Promise.allSettled(both.map(({ id }) => deleteUser(id, 'r')))
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await db.owner`UPDATE "user" SET role = 'super-admin' WHERE id = ${root}`
    await db.owner`DELETE FROM "user" WHERE id IN ${db.owner(both.map(({ id }) => id))}`
  })
})

describe('deletion', () => {
  test('needs the email, and keeps the record', async () => {
    await expect(
      deletePerson(decision(person.id), { confirmation: 'x@y.test' }, quiet),
    ).rejects.toMatchObject({
      code: 'NOT_THEIR_EMAIL',
    })
    expect(await deletePerson(decision(person.id), { confirmation: ` ${person.email} ` }, quiet)).toBe(true)
    expect(await stored(person.id)).toBeUndefined()
    const events = await db.owner`SELECT changes FROM audit_event WHERE target_id = ${person.id}`
    expect([...events]).toEqual([{ changes: { deleted: { new: true }, reason: { new: 'Asked by mail' } } }])
  })

  test('deletes an organization only if nobody else can own it and the form names it', async () => {
    const heir = await makePerson()
    const [shared, own] = [await owned(person.id, { [heir.id]: 'viewer' }), await owned(person.id)]
    const attempt = (more: object) =>
      deletePerson(decision(person.id), { confirmation: person.email, ...more }, quiet)
    const needsOwner = { code: 'NEEDS_OWNER' }
    await expect(attempt({ deletedOrganizations: [shared, own] })).rejects.toMatchObject(needsOwner)
    const handover = (await listHandovers(person.id)).find(({ id }) => id === shared)
    const newOwners = handover?.heirs.map(({ memberId }) => memberId)
    await expect(attempt({ newOwners })).rejects.toMatchObject(needsOwner)
    await expect(attempt({ newOwners, deletedOrganizations: [shared] })).rejects.toMatchObject(needsOwner)
    expect(await ownersOf(shared)).toEqual([person.id])
    expect(await attempt({ newOwners, deletedOrganizations: [own] })).toBe(true)
    expect(await ownersOf(shared)).toEqual([heir.id])
    expect(await db.owner`SELECT FROM organization WHERE id = ${own}`).toHaveLength(0)
  })
})

describe('the list', () => {
  const emails = async (query: Partial<Parameters<typeof listPeople>[0]>) =>
    (await listPeople({ limit: 100, ...query })).people.map(({ email }) => email)

  test('finds words of names, emails and organizations, literally', async () => {
    expect(await emails({ search: 'acme owner' })).toEqual(['owner@acme.test'])
    expect(await emails({ search: person.email })).toEqual([person.email])
    await db.owner`UPDATE "user" SET name = 'Zoë Smith-Jones' WHERE id = ${person.id}`
    expect(await emails({ search: 'jon zoë' })).toEqual([person.email])
    expect(await emails({ search: 'GLOBEX' })).toEqual(
      expect.arrayContaining(['owner@globex.test', 'both@gatehouse.test']),
    )
    expect(await emails({ search: 'works' })).not.toContain('nomad@gatehouse.test')
    for (const search of ['%', '_', "' OR 1=1 --zzzz", ':* | !zz', '\0'])
      expect(await emails({ search })).toEqual([])
  })

  test('says how many organizations a person is in and when they were seen', async () => {
    await owned(person.id)
    const find = async (search: string) => (await listPeople({ search, limit: 1 })).people[0]
    expect(await find(person.email)).toMatchObject({ organizations: 1, lastSeenAt: expect.any(Date) })
    expect(await find('nomad')).toMatchObject({ organizations: 0, lastSeenAt: null })
    expect(await find('both')).toMatchObject({ organizations: 2 })
  })

  test('filters by status', async () => {
    await db.owner`UPDATE "user" SET banned = true WHERE id = ${person.id}`
    expect(await emails({ status: 'suspended' })).toContain(person.email)
    await db.owner`UPDATE "user" SET ban_expires = now() - interval '1 second' WHERE id = ${person.id}`
    expect(await emails({ status: 'suspended' })).not.toContain(person.email)
    expect(await emails({ status: 'staff' })).toContain('root@gatehouse.test')
    expect(await emails({ status: 'unverified' })).not.toContain(person.email)
  })

  test('pages show everyone once', async () => {
    const all = await emails({})
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await listPeople({ limit: 2, cursor })
      seen.push(...page.people.map(({ email }) => email))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(seen).toEqual(all)
    expect(new Set(seen).size).toBe(seen.length)
  })

  test.each(['user_words', 'organization_words'])('searches with the index %s', async (index) => {
    await db.owner.begin(async (client) => {
      await client`SET LOCAL enable_seqscan = off`
      const { matchesPerson } = await import('./search')
      const { sql: text, params } = database()
        .select({ one: sql`1` })
        .from(sql`"user"`)
        .where(matchesPerson('acme'))
        .toSQL()
      const plan = await client.unsafe(`EXPLAIN ${text}`, params as string[])
      expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain(index)
    })
  })
})

test('a person’s page shows decisions, changes and refusals, but no secrets', async () => {
  await endSessionsOf(decision(person.id), quiet)
  const works = await owned(person.id)
  await db.owner`SELECT set_config('app.records_refusals', 'on', false)`
  await database().execute(
    sql`SELECT record_security_event('denied', 'roles.delete', ${person.id}, NULL, ${works}, 'r1')`,
  )
  const trail = await readTrail(person.id)
  expect(trail.decisions).toMatchObject([{ action: 'people.test', by: 'Root' }])
  expect(trail.changes).toEqual(
    expect.arrayContaining([expect.objectContaining({ action: 'organizations.create', count: 1 })]),
  )
  expect(trail.refusals).toMatchObject([{ action: 'roles.delete', count: 1 }])
  expect(await listMembershipsOf(person.id)).toMatchObject([{ role: 'owner', customRole: null }])
  expect(await readPerson('nonsense')).toBeUndefined()
  expect(await readPerson(crypto.randomUUID())).toBeUndefined()
})
