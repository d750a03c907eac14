import { beforeEach, describe, expect, test, vi } from 'vitest'
import { sql } from 'drizzle-orm'
import { database } from '../connection/client'
import { violatedConstraint } from '../connection/database-error'
import { openWorkerConnections } from '../connection/worker-connections'
import { demoId } from '../demo/demo'
import { withInvitation } from '../invitations/locked-invitation'
import { purgeExpired } from '../mail/purge'
import { requireTwoFactor } from '../organizations/changes'
import { createOrganization } from '../organizations/organizations'
import { createNote } from '../testing/fixture-domain/notes'
import { claimOf, useTestDatabase } from '../testing/use-test-database'
import { untilWaiting } from '../testing/waiting'
import { OrganizationClosedError, withExclusiveTenant, withTenant } from '../tenancy/tenant'
import { cancelDeletion, restoreOrganization, scheduleDeletion, suspendOrganization } from './closing'
import type { NotifyOwners } from './closing'
import { listOrganizations } from './list'
import { readOrganizationOf, readTrailOf } from './organization'
import { listMembersOf } from './members'

vi.mock('../schema', async (original) => ({
  ...(await original<object>()),
  note: (await import('../testing/fixture-domain/notes')).note,
}))

const db = useTestDatabase()
const acme = demoId('organization', 'acme')
const editor = claimOf('acme', 'editor@acme.test')
const owner = claimOf('acme', 'owner@acme.test')
const decision = {
  adminId: demoId('user', 'root@gatehouse.test'),
  action: 'organization-administration.test',
  requestId: 'r1',
  organizationId: acme,
  reason: 'Spam from its members',
}
const notify = vi.fn<NotifyOwners>(async () => {})

beforeEach(async () => {
  notify.mockClear()
  await db.owner`UPDATE organization SET suspended_at = NULL, suspended_because = NULL, deleted_from = NULL`
})

const write = () => withTenant(editor, (tenant) => createNote(tenant, { title: 'A note' }))
const stored = async () => (await db.owner`SELECT * FROM organization WHERE id = ${acme}`)[0]

describe('a suspended organization', () => {
  test('is readable, refuses every write, keeps everything, and tells its owners', async () => {
    await write()
    expect(await suspendOrganization(decision, notify)).toBe(true)
    expect(notify).toHaveBeenCalledExactlyOnceWith(expect.anything(), {
      name: 'Acme',
      slug: 'acme',
      owners: ['owner@acme.test'],
    })
    const work = vi.fn<() => Promise<void>>()
    await expect(withTenant(editor, work)).rejects.toBeInstanceOf(OrganizationClosedError)
    await expect(withExclusiveTenant(owner, work)).rejects.toBeInstanceOf(OrganizationClosedError)
    expect(work).not.toHaveBeenCalled()
    const notes = withTenant(editor, (tenant) => tenant.execute(sql`SELECT FROM note`), { readOnly: true })
    expect((await notes).length).toBeGreaterThan(0)
    const reader = withTenant(owner, async (_db, { membership }) => membership, { readOnly: true })
    expect(await reader).toMatchObject({ role: 'owner', readOnly: true })
    await expect(withTenant(claimOf('acme', 'owner@globex.test'), work)).rejects.toMatchObject({
      name: 'NotAMemberError',
    })
    await expect(suspendOrganization(decision, notify)).rejects.toMatchObject({ code: 'ALREADY_DONE' })

    expect(await restoreOrganization(decision, notify)).toBe(true)
    await write()
    await expect(restoreOrganization(decision, notify)).rejects.toMatchObject({ code: 'ALREADY_DONE' })
    expect(notify).toHaveBeenCalledTimes(2)
  })

  test('refuses writes in the database, in every table and through every scope', async () => {
    for (const [column, value] of [
      ['suspended_at', "now(), suspended_because = 'x'"],
      ['deleted_from', 'now()'],
    ]) {
      const close = db.owner.unsafe(`UPDATE organization SET ${column} = ${value} WHERE id = '${acme}'`)
      const scope = withTenant(editor, async (tenant) => {
        await close
        await createNote(tenant, { title: 'Too late' })
      })
      await expect(scope).rejects.toSatisfy((error) => violatedConstraint(error) === 'organization_is_open')
      await db.owner`UPDATE organization SET suspended_at = NULL, suspended_because = NULL, deleted_from = NULL`
    }
    const unguarded = await db.owner`
      SELECT relname FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
        AND EXISTS (SELECT FROM pg_trigger WHERE tgrelid = c.oid AND tgfoid = 'record_audit_event'::regproc)
        AND (relname = 'organization' OR EXISTS (SELECT FROM pg_attribute WHERE attrelid = c.oid AND attname = 'organization_id'))
        -- Before every insert, update and delete, for each statement.
        AND NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = c.oid AND tgenabled = 'O' AND tgtype = 30
          AND tgfoid = 'refuse_while_closed'::regproc)`
    expect(unguarded).toEqual([])
  })

  test('a write in progress commits before the suspension, and a waiting one is refused', async () => {
    let go = () => {}
    const paused = new Promise<void>((resolve) => {
      go = resolve
    })
    let entered = () => {}
    const inside = new Promise<void>((resolve) => {
      entered = resolve
    })
    const first = withTenant(editor, async (tenant) => {
      entered()
      await paused
      return createNote(tenant, { title: 'In time' })
    })
    await inside
    const suspended = suspendOrganization(decision, notify)
    await untilWaiting(db.owner)
    // Waits for the organization, which the suspension has locked.
    const exclusive = withExclusiveTenant(owner, (tenant) => requireTwoFactor(tenant, true))
    await untilWaiting(db.owner, 2)
    go()
    await first
    await suspended
    await expect(exclusive).rejects.toBeInstanceOf(OrganizationClosedError)
    await expect(write()).rejects.toBeInstanceOf(OrganizationClosedError)
    expect(await stored()).toMatchObject({ two_factor_required: false })
  })

  test('a write that waits for its member during the suspension is refused by the database', async () => {
    const member =
      await db.owner`SELECT id FROM member WHERE user_id = ${editor.userId} AND organization_id = ${acme}`
    let late: Promise<unknown> = Promise.resolve()
    await db.owner.begin(async (transaction) => {
      // As the suspension does, in two steps.
      await transaction`SELECT FROM member WHERE id = ${String(member[0]?.id)} FOR NO KEY UPDATE`
      late = write().catch(violatedConstraint)
      await untilWaiting(db.owner)
      await transaction`UPDATE organization SET suspended_at = now(), suspended_because = 'x' WHERE id = ${acme}`
    })
    expect(await late).toBe('organization_is_open')
  })

  test('says so to people who open an invitation to it', async () => {
    const token = 'a'.repeat(43)
    await db.owner`DELETE FROM invitation WHERE organization_id = ${acme}`
    const { invitationTokenHash } = await import('../invitations/token')
    await db.owner`INSERT INTO invitation (organization_id, inviter_id, email, role, token_hash, expires_at)
      VALUES (${acme}, ${owner.userId}, 'invited@people.test', 'viewer', ${invitationTokenHash(token) ?? ''}, now() + interval '1 day')`
    const read = () =>
      withInvitation(
        { token, userId: owner.userId, action: 'test' },
        async ({ invitation }) => invitation.isClosed,
      )
    expect(await read()).toBe(false)
    await suspendOrganization(decision, notify)
    expect(await read()).toBe(true)
  })
})

describe('a decision', () => {
  test('is recorded once, with its reason', async () => {
    await suspendOrganization(decision, notify)
    expect((await readTrailOf(acme))[0]).toMatchObject({
      action: decision.action,
      reason: decision.reason,
      by: 'Root',
    })
    await restoreOrganization({ ...decision, reason: 'Cleared up' }, notify)
    expect((await readTrailOf(acme))[0]).toMatchObject({ reason: 'Cleared up' })
  })

  test.each([
    ['a former super-admin', `role = 'user'`],
    ['a list of roles', `role = 'user,super-admin'`],
    ['support', `role = 'support'`],
    ['a suspended super-admin', `banned = true`],
  ])('of %s is refused', async (_who, state) => {
    const [row] = await db.owner<{ id: string }[]>`INSERT INTO "user" (name, email, email_verified, role)
      VALUES ('Former', ${`${crypto.randomUUID()}@people.test`}, true, 'super-admin') RETURNING id`
    const adminId = row?.id ?? ''
    await db.owner.unsafe(`UPDATE "user" SET ${state} WHERE id = '${adminId}'`)
    await expect(suspendOrganization({ ...decision, adminId }, notify)).rejects.toMatchObject({
      code: 'NO_LONGER_ADMIN',
    })
    expect(await stored()).toMatchObject({ suspended_at: null })
  })

  test('only one of two at once succeeds', async () => {
    const both = await Promise.allSettled([1, 2].map(() => suspendOrganization(decision, notify)))
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(notify).toHaveBeenCalledTimes(1)
  })

  test('is rolled back with its mail, and returns false for an unknown organization', async () => {
    notify.mockRejectedValueOnce(new Error('no mail'))
    await expect(suspendOrganization(decision, notify)).rejects.toThrow('no mail')
    expect(await stored()).toMatchObject({ suspended_at: null })
    expect(await suspendOrganization({ ...decision, organizationId: crypto.randomUUID() }, notify)).toBe(
      false,
    )
  })
})

describe('a deletion', () => {
  test('needs the slug, can be canceled, and happens after 30 days', async () => {
    const { id, slug } = await createOrganization({
      name: 'Going',
      slug: 'going-works',
      ownerId: owner.userId,
    })
    const going = { ...decision, organizationId: id }
    await expect(scheduleDeletion(going, 'acme', notify)).rejects.toMatchObject({ code: 'NOT_ITS_SLUG' })
    expect(await scheduleDeletion(going, slug, notify)).toBe(true)
    const [, told] = notify.mock.calls[0] ?? []
    const days = ((told?.deletedFrom?.getTime() ?? 0) - Date.now()) / 86_400_000
    expect(days).toBeCloseTo(30, 1)
    await expect(
      withExclusiveTenant({ ...owner, organization: slug }, async () => {}),
    ).rejects.toBeInstanceOf(OrganizationClosedError)
    const taken = createOrganization({ name: 'Other', slug, ownerId: owner.userId })
    await expect(taken).rejects.toMatchObject({ code: 'SLUG_TAKEN' })
    expect(await cancelDeletion(going, notify)).toBe(true)

    await scheduleDeletion(going, slug, notify)
    const worker = openWorkerConnections()
    const left = () => db.owner`SELECT FROM organization WHERE id = ${id}`
    await worker.run((run) => purgeExpired(run))
    expect(await left()).toHaveLength(1)
    await db.owner`UPDATE organization SET deleted_from = now() - interval '1 second' WHERE id = ${id}`
    expect(await worker.run((run) => purgeExpired(run))).toMatchObject({ organization: 1 })
    await worker.close()
    expect(await left()).toHaveLength(0)
    expect(await db.owner`SELECT FROM member WHERE organization_id = ${id}`).toHaveLength(0)
    expect(await stored()).toBeDefined()
    expect((await readTrailOf(id))[0]).toMatchObject({ action: 'organizations.expire', by: null })
  })
})

describe('what super-admins read', () => {
  test('finds organizations by the beginnings of words, and each once over all pages', async () => {
    const slugs = async (search: string) =>
      (await listOrganizations({ search, limit: 100 })).organizations.map(({ slug }) => slug)
    expect(await slugs('acm')).toEqual(['acme'])
    for (const search of ['%', '_', "' OR 1=1 --zzzz", ':* | !zz', '\0'])
      expect(await slugs(search)).toEqual([])
    await suspendOrganization(decision, notify)
    expect(await listOrganizations({ status: 'suspended', limit: 5 })).toMatchObject({
      organizations: [{ slug: 'acme', suspended: true, deletedFrom: null, members: 5 }],
    })
    expect((await listOrganizations({ status: 'going', limit: 5 })).organizations).toEqual([])
    const first = await listOrganizations({ limit: 1 })
    const second = await listOrganizations({ limit: 1, cursor: first.nextCursor ?? '' })
    expect(second.organizations[0]?.id).not.toBe(first.organizations[0]?.id)
  })

  test('pages show every member once, owners first, and start over when the last one left', async () => {
    const roles: string[] = []
    let cursor: string | undefined
    do {
      const page = await listMembersOf(acme, { cursor, limit: 2 })
      roles.push(...page.members.map(({ role }) => role))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(roles).toEqual(['owner', 'admin', 'editor', 'editor', 'viewer'])
    const [first] = (await listMembersOf(acme, { cursor: crypto.randomUUID(), limit: 1 })).members
    expect(first).toMatchObject({ email: 'owner@acme.test', suspended: false })
    const [foreign] = await db.owner<{ id: string }[]>`SELECT id FROM member WHERE organization_id <> ${acme}`
    expect((await listMembersOf(acme, { cursor: foreign?.id, limit: 1 })).members).toEqual([first])
  })

  test('shows members and how much there is, but no content', async () => {
    const found = await readOrganizationOf(acme)
    expect(found).toMatchObject({ slug: 'acme', size: { member: 5 } })
    const [{ count = -1 } = {}] = await db.owner<{ count: number }[]>`
      SELECT count(*)::int FROM note WHERE organization_id = ${acme}`
    expect(found?.size.note).toBe(count)
    expect(await readOrganizationOf('nonsense')).toBeUndefined()
    expect(await readOrganizationOf(crypto.randomUUID())).toBeUndefined()
    // Neither the role nor the organization stays in the transaction.
    const scope = await database().transaction(async (transaction) => {
      await transaction.execute(sql`SELECT organization_size(${acme}, '{member}')`)
      return transaction.execute(sql`SELECT current_user AS role, tenant_organization_id() AS id`)
    })
    expect(scope[0]).not.toMatchObject({ role: 'gatehouse_tenant' })
    expect(scope[0]).toMatchObject({ id: null })
  })
})
