import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { demoId } from '../demo/demo'
import { createRole, deleteRole, findRole, listRoles, lockRoles, updateRole } from './roles'
import { withTenant, type TenantDb } from '../tenancy/tenant'
import { claimOf, useTestDatabase } from '../testing/use-test-database'

const db = useTestDatabase()
const acme = demoId('organization', 'acme')
const viewer = demoId('user', 'viewer@acme.test')

const inAcme = <T>(work: (tenant: TenantDb) => Promise<T>) =>
  withTenant({ ...claimOf('acme', 'owner@acme.test'), action: 'tests.roles' }, work)
const inGlobex = <T>(work: (tenant: TenantDb) => Promise<T>) =>
  withTenant(claimOf('globex', 'owner@globex.test'), work)

const permissions = { note: ['read', 'update'] }
const add = (name = `Role ${randomUUID().slice(0, 8)}`) =>
  inAcme(async (tenant) => (await createRole(tenant, { name, permissions })).id)
const give = (role: string) =>
  db.owner`UPDATE member SET role = 'custom', custom_role_id = ${role} WHERE user_id = ${viewer}`
const promise = (role: string, status = 'pending') => db.owner`
  INSERT INTO invitation (organization_id, inviter_id, email, role, custom_role_id, status, expires_at)
  VALUES (${acme}, ${viewer}, ${`${randomUUID()}@example.test`}, 'custom', ${role}, ${status}, now())`
const remaining = async () =>
  (await db.owner`SELECT id FROM organization_role WHERE organization_id = ${acme}`).map((row) => row.id)

beforeEach(async () => {
  await db.owner`UPDATE member SET role = 'viewer', custom_role_id = NULL WHERE user_id = ${viewer}`
  await db.owner`DELETE FROM invitation`
  await db.owner`DELETE FROM organization_role`
})

describe('a role', () => {
  test('is created, listed by name with its member count, changed and deleted, and each is audited', async () => {
    await db.owner`DELETE FROM audit_event`
    const id = await add('triage')
    const other = await add('Archive')
    await give(id)
    expect(await inAcme(listRoles)).toEqual([
      { id: other, name: 'Archive', permissions, members: 0 },
      { id, name: 'triage', permissions, members: 1 },
    ])
    await inAcme((tenant) => updateRole(tenant, other, { name: 'Attic', permissions: { note: ['read'] } }))
    expect(await inAcme((tenant) => findRole(tenant, other))).toMatchObject({
      name: 'Attic',
      permissions: { note: ['read'] },
    })
    await inAcme((tenant) => deleteRole(tenant, other))
    expect(await remaining()).toEqual([id])
    const events = await db.owner`
      SELECT action, actor_id, changes FROM audit_event WHERE target_id = ${other} ORDER BY created_at, id`
    expect(events).toHaveLength(3)
    for (const event of events)
      expect(event).toMatchObject({ action: 'tests.roles', actor_id: demoId('user', 'owner@acme.test') })
    expect(events.map((event) => event.changes)).toContainEqual({
      name: { old: 'Archive', new: 'Attic' },
      permissions: { old: permissions, new: { note: ['read'] } },
    })
  })

  test('of another organization can’t be found, locked, changed or deleted', async () => {
    const id = await add()
    expect(await inGlobex((tenant) => findRole(tenant, id))).toBeUndefined()
    expect(await inGlobex((tenant) => lockRoles(tenant, [id]))).toEqual([])
    await inGlobex((tenant) => updateRole(tenant, id, { name: 'Mine', permissions: {} }))
    await inGlobex((tenant) => deleteRole(tenant, id))
    expect(await inAcme(listRoles)).toMatchObject([{ id, permissions }])
    expect(await inAcme((tenant) => findRole(tenant, 'nonsense'))).toBeUndefined()
  })

  test('needs a unique name, ignoring case, that is not a built-in role’s', async () => {
    await add('Triage')
    const id = await add()
    for (const name of ['Triage', 'TRIAGE', 'Owner', 'admin']) {
      await expect(add(name)).rejects.toMatchObject({ code: 'ROLE_NAME_TAKEN' })
      await expect(inAcme((tenant) => updateRole(tenant, id, { name, permissions }))).rejects.toMatchObject({
        code: 'ROLE_NAME_TAKEN',
      })
    }
  })
})

describe('the limit of twenty', () => {
  const full = async () => {
    for (let count = 0; count < 19; count++) await add()
    return Promise.allSettled(Array.from({ length: 6 }, () => add()))
  }

  test('is enforced for six parallel calls at nineteen', async () => {
    const lost = (await full()).filter((result) => result.status === 'rejected')
    expect(await remaining()).toHaveLength(20)
    expect(lost).toHaveLength(5)
    for (const { reason } of lost) expect(reason).toMatchObject({ code: 'TOO_MANY_ROLES' })
    // Other organizations are counted separately.
    await inGlobex((tenant) => createRole(tenant, { name: 'First', permissions }))
  })

  test('would be exceeded without the trigger', async () => {
    await db.owner`ALTER TABLE organization_role DISABLE TRIGGER count_roles`
    try {
      await full()
      expect((await remaining()).length).toBeGreaterThan(20)
    } finally {
      await db.owner`ALTER TABLE organization_role ENABLE TRIGGER count_roles`
    }
  })
})

describe('deleteRole', () => {
  test('is refused while a member or invitation has the role', async () => {
    const id = await add()
    const remove = () => inAcme((tenant) => deleteRole(tenant, id))
    await promise(id)
    await expect(remove()).rejects.toMatchObject({
      code: 'ROLE_IN_USE',
      details: { members: 0, invitations: 1 },
    })
    await give(id)
    await promise(id)
    const refused = await remove().catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: 'ROLE_IN_USE', details: { members: 1, invitations: 2 } })
    expect(await remaining()).toEqual([id])
  })

  test('ignores settled invitations', async () => {
    const id = await add()
    await promise(id, 'accepted')
    await promise(id, 'canceled')
    await inAcme((tenant) => deleteRole(tenant, id))
    expect(await remaining()).toEqual([])
  })

  /** Deletes and assigns the role in parallel, in both orders. */
  async function race(assign: (id: string) => PromiseLike<unknown>, remove = guarded) {
    const outcomes: string[] = []
    for (let round = 0; round < 10; round++) {
      const id = await add()
      const both = [() => remove(id), () => Promise.resolve(assign(id))]
      const [removed, assigned] = await Promise.allSettled(
        round % 2
          ? both.map((start) => start())
          : both
              .toReversed()
              .map((start) => start())
              .toReversed(),
      )
      const refused = removed?.status === 'rejected' && removed.reason.code === 'ROLE_IN_USE'
      outcomes.push(`${refused ? 'in use' : removed?.status} ${assigned?.status}`)
      await db.owner`UPDATE member SET role = 'viewer', custom_role_id = NULL WHERE user_id = ${viewer}`
      await db.owner`DELETE FROM invitation`
      await db.owner`DELETE FROM organization_role`
    }
    return new Set(outcomes)
  }
  const guarded = (id: string) =>
    inAcme(async (tenant) => {
      await lockRoles(tenant, [id])
      await deleteRole(tenant, id)
    })

  test.each([
    ['a member', give],
    ['an invitation', (id: string) => promise(id)],
  ])('in parallel with %s, one of the two succeeds', async (_who, assign) => {
    const outcomes = await race(assign)
    for (const outcome of outcomes) expect(['fulfilled rejected', 'in use fulfilled']).toContain(outcome)
  })

  test('without the lock, the foreign keys still protect a used role', async () => {
    const outcomes = await race(give, (id) => inAcme((tenant) => deleteRole(tenant, id)))
    for (const outcome of outcomes) expect(['fulfilled rejected', 'in use fulfilled']).toContain(outcome)
  })

  test('without both, a member is left with a missing role', async () => {
    const id = await add()
    await db.owner`ALTER TABLE member DROP CONSTRAINT member_role_is_own`
    try {
      await inAcme(async (tenant) => {
        await give(id)
        await tenant.execute(sql`DELETE FROM organization_role WHERE id = ${id}`)
      })
      const membership = await withTenant(
        claimOf('acme', 'viewer@acme.test'),
        async (_db, tenant) => tenant.membership,
      )
      // Without its row, the role allows nothing.
      expect(membership).toMatchObject({ role: 'custom', customRole: null })
    } finally {
      await db.owner`UPDATE member SET role = 'viewer', custom_role_id = NULL WHERE user_id = ${viewer}`
      await db.owner`ALTER TABLE member ADD CONSTRAINT member_role_is_own FOREIGN KEY (organization_id, custom_role_id)
        REFERENCES organization_role (organization_id, id) ON DELETE RESTRICT`
    }
  })
})
