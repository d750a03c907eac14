import { describe, expect, test, vi } from 'vitest'
import { demoId } from '../demo/demo'
import { changeRole, lockMembers, lockRoleChange, removeMember, transferOwnership } from './changes'
import { listMembers } from './members'
import { withExclusiveTenant } from '../tenancy/tenant'
import type { ExclusiveTenantDb } from '../tenancy/tenant'
import { listNotes } from '../testing/fixture-domain/notes'
import { claimOf, useTestDatabase } from '../testing/use-test-database'

// The table list with the fixture domain added.
vi.mock('../schema', async (original) => ({
  ...(await original<object>()),
  note: (await import('../testing/fixture-domain/notes')).note,
}))

const db = useTestDatabase()
const acme = demoId('organization', 'acme')
const globex = demoId('organization', 'globex')
const undone = new Error('undone')

/** Returns the result of `work` and rolls it back. */
async function inAcme<T>(work: (tenant: ExclusiveTenantDb) => Promise<T>): Promise<T> {
  let outcome: T[] = []
  const attempt = withExclusiveTenant(claimOf('acme', 'owner@acme.test'), async (tenant) => {
    outcome = [await work(tenant)]
    throw undone
  })
  await attempt.catch((error: unknown) => {
    if (error !== undone) throw error
  })
  const [value] = outcome
  if (value === undefined) throw new Error('The work returned nothing.')
  return value
}

const memberId = async (organizationId: string, email: string) => {
  const [row] = await db.owner<{ id: string }[]>`
    SELECT id FROM member WHERE organization_id = ${organizationId} AND user_id = ${demoId('user', email)}`
  return row?.id ?? ''
}
const rolesIn = async (tenant: ExclusiveTenantDb) => {
  const { members } = await listMembers(tenant, { limit: 100 })
  return Object.fromEntries(members.map(({ email, role }) => [email, role]))
}

test('members of another organization can’t be found, locked, changed or removed', async () => {
  const foreign = await memberId(globex, 'editor@globex.test')
  expect(await inAcme((tenant) => lockMembers(tenant, [foreign, 'nonsense']))).toEqual([])
  await inAcme(async (tenant) => {
    await changeRole(tenant, foreign, 'owner')
    return true
  })
  await expect(inAcme((tenant) => removeMember(tenant, foreign))).rejects.toThrow('not locked')
  const [row] = await db.owner`SELECT role FROM member WHERE id = ${foreign}`
  expect(row).toEqual({ role: 'editor' })
})

test('the last owner can’t be changed or removed', async () => {
  const own = await memberId(acme, 'owner@acme.test')
  await expect(inAcme((tenant) => changeRole(tenant, own, 'viewer'))).rejects.toMatchObject({
    code: 'LAST_OWNER',
  })
  await expect(inAcme((tenant) => removeMember(tenant, own))).rejects.toMatchObject({ code: 'LAST_OWNER' })
})

test('a removal returns how many rows referred to the member, and clears them', async () => {
  const nomad = demoId('user', 'nomad@gatehouse.test')
  await db.owner`INSERT INTO member (organization_id, user_id, role) VALUES (${acme}, ${nomad}, 'editor')`
  await db.owner`INSERT INTO note (organization_id, title, owner_id) VALUES
    (${acme}, 'one', ${nomad}), (${acme}, 'two', ${nomad}), (${acme}, 'of nobody', NULL)`
  const id = await memberId(acme, 'nomad@gatehouse.test')
  const [cleared, left] = await inAcme(async (tenant) => [
    await removeMember(tenant, id),
    (await listNotes(tenant)).filter(({ ownerId }) => ownerId !== null),
  ])
  expect(cleared).toBe(2)
  expect(left).toEqual([])
  await db.owner`DELETE FROM member WHERE user_id = ${nomad}`
})

describe('a custom role', () => {
  const make = async (organizationId: string) => {
    const [role] = await db.owner<{ id: string }[]>`
      INSERT INTO organization_role (organization_id, name, permissions)
      VALUES (${organizationId}, ${`Guard ${Math.random()}`}, '{"note":["read"]}') RETURNING id`
    return role?.id ?? ''
  }

  test('is granted by ID and replaced by another role', async () => {
    const id = await make(acme)
    const editor = await memberId(acme, 'editor@acme.test')
    const [held, after] = await inAcme(async (tenant) => {
      await changeRole(tenant, editor, id)
      const [before] = await lockMembers(tenant, [editor])
      await changeRole(tenant, editor, 'viewer')
      const [now] = await lockMembers(tenant, [editor])
      return [before, now]
    })
    expect(held).toEqual({
      id: editor,
      role: 'custom',
      customRoleId: id,
      customRole: { permissions: { note: ['read'] } },
    })
    expect(after).toEqual({ id: editor, role: 'viewer', customRoleId: null, customRole: null })
  })

  test('of another organization is not found and is refused by the database', async () => {
    const own = await make(acme)
    const foreign = await make(globex)
    const editor = await memberId(acme, 'editor@acme.test')
    const member = { id: editor, role: 'editor', customRoleId: null, customRole: null }
    const lock = (role: string, id = editor) => inAcme((tenant) => lockRoleChange(tenant, id, role))
    expect(await lock(own)).toEqual([
      { member, granted: { role: 'custom', customRole: { permissions: { note: ['read'] } } } },
    ])
    expect(await lock('viewer')).toEqual([{ member, granted: { role: 'viewer', customRole: null } }])
    expect(await lock(foreign)).toEqual([])
    expect(await lock(own, await memberId(globex, 'editor@globex.test'))).toEqual([])
    expect(await lock(own, 'nonsense')).toEqual([])
    const forced = db.owner`UPDATE member SET role = 'custom', custom_role_id = ${foreign} WHERE id = ${editor}`
    await expect(forced).rejects.toMatchObject({ constraint_name: 'member_role_is_own' })
  })
})

describe('transferOwnership', () => {
  test('makes a member the owner and the owner an admin', async () => {
    const roles = await inAcme(async (tenant) => {
      expect(await transferOwnership(tenant, 'viewer@acme.test')).toBe(true)
      return rolesIn(tenant)
    })
    expect(roles).toMatchObject({
      'owner@acme.test': 'admin',
      'viewer@acme.test': 'owner',
      'admin@acme.test': 'admin',
    })
  })

  test('makes the caller an admin when the target is already an owner', async () => {
    const roles = await inAcme(async (tenant) => {
      await changeRole(tenant, await memberId(acme, 'admin@acme.test'), 'owner')
      expect(await transferOwnership(tenant, 'admin@acme.test')).toBe(true)
      return rolesIn(tenant)
    })
    expect(roles).toMatchObject({ 'owner@acme.test': 'admin', 'admin@acme.test': 'owner' })
  })

  test.each([
    'owner@globex.test',
    'nomad@gatehouse.test',
    'owner@acme.test',
    'nobody@example.test',
    '',
    "' OR 1=1 --",
  ])('to %j, who is not another member, changes nothing', async (email) => {
    const [before, after] = await inAcme(async (tenant) => {
      const roles = await rolesIn(tenant)
      expect(await transferOwnership(tenant, email)).toBe(false)
      return [roles, await rolesIn(tenant)]
    })
    expect(after).toEqual(before)
  })

  test('to a suspended member changes nothing', async () => {
    await suspended('viewer@acme.test', async () => {
      const transfer = await inAcme((tenant) => transferOwnership(tenant, 'viewer@acme.test'))
      expect(transfer).toBe(false)
    })
  })
})

describe('with a suspended second owner', () => {
  test('the other one can’t leave, be demoted or hand over to them', async () => {
    const own = await memberId(acme, 'owner@acme.test')
    const second = await memberId(acme, 'admin@acme.test')
    await suspended('admin@acme.test', async () => {
      const asSecondOwner = (work: (tenant: ExclusiveTenantDb) => Promise<unknown>) =>
        inAcme(async (tenant) => {
          await changeRole(tenant, second, 'owner')
          return work(tenant)
        })
      for (const work of [
        (tenant: ExclusiveTenantDb) => removeMember(tenant, own),
        (tenant: ExclusiveTenantDb) => changeRole(tenant, own, 'admin'),
      ])
        await expect(asSecondOwner(work)).rejects.toMatchObject({ code: 'LAST_OWNER' })
      expect(await asSecondOwner((tenant) => transferOwnership(tenant, 'admin@acme.test'))).toBe(false)
    })
  })
})

/** Suspends a user while `work` runs. */
async function suspended(email: string, work: () => Promise<void>): Promise<void> {
  await db.owner`UPDATE "user" SET banned = true WHERE email = ${email}`
  try {
    await work()
  } finally {
    await db.owner`UPDATE "user" SET banned = false WHERE email = ${email}`
  }
}
