import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { demoId } from '../demo/demo'
import { listMembers } from './members'
import { listOrganizationsOf } from '../organizations/organizations'
import { withTenant } from '../tenancy/tenant'
import { claimOf, useTestDatabase } from '../testing/use-test-database'

const db = useTestDatabase()
const acme = demoId('organization', 'acme')
const globex = demoId('organization', 'globex')
const both = demoId('user', 'both@gatehouse.test')

/** Inserts a role, checked only by the database. */
async function makeRole(organization: string, permissions: unknown = {}): Promise<string> {
  const [role] = await db.owner`
    INSERT INTO organization_role (organization_id, name, permissions)
    VALUES (${organization}, ${`Role ${randomUUID().slice(0, 8)}`}, ${JSON.stringify(permissions)}::text::jsonb) RETURNING id`
  return String(role?.id)
}

const give = (organization: string, role: string, customRole: string | null) => db.owner`
  UPDATE member SET role = ${role}, custom_role_id = ${customRole}
  WHERE organization_id = ${organization} AND user_id = ${both}`

const invite = (status: string, role: string | null, customRole: string | null) => db.owner`
  INSERT INTO invitation (organization_id, inviter_id, email, role, custom_role_id, status, expires_at)
  VALUES (${acme}, ${both}, ${`${randomUUID()}@example.test`}, ${role}, ${customRole}, ${status}, now())`

const broken = (constraint: string) => ({ constraint_name: constraint })

const membershipIn = (slug: string) =>
  withTenant(claimOf(slug, 'both@gatehouse.test'), async (_db, tenant) => tenant.membership)

beforeEach(async () => {
  await give(acme, 'editor', null)
  await give(globex, 'viewer', null)
  await db.owner`DELETE FROM invitation`
  await db.owner`DELETE FROM organization_role`
})

describe('a member of a custom role', () => {
  test('has a separate role in each organization', async () => {
    const here = { note: ['read'] }
    const there = { member: ['read'] }
    const ids = [await makeRole(acme, here), await makeRole(globex, there)] as const
    await give(acme, 'custom', ids[0])
    await give(globex, 'custom', ids[1])
    const name = expect.stringMatching(/^Role /)
    const inAcme = { id: ids[0], name, permissions: here }
    const inGlobex = { id: ids[1], name, permissions: there }
    expect(await membershipIn('acme')).toMatchObject({ role: 'custom', customRole: inAcme })
    expect(await membershipIn('globex')).toMatchObject({ role: 'custom', customRole: inGlobex })
    const { organizations } = await listOrganizationsOf(both, { limit: 10 })
    expect(organizations.map((organization) => organization.customRole)).toEqual([inAcme, inGlobex])
  })

  test('is listed with the role’s name but not its permissions', async () => {
    const id = await makeRole(acme)
    await give(acme, 'custom', id)
    const { members } = await withTenant(claimOf('acme', 'viewer@acme.test'), (tenant) =>
      listMembers(tenant, { limit: 10, search: 'both@' }),
    )
    expect(members[0]).toMatchObject({ role: 'custom' })
    expect(members[0]?.customRole).toEqual({ id, name: expect.stringMatching(/^Role /) })
  })
})

describe('the database refuses', () => {
  test('a role of another organization, for members and invitations', async () => {
    const foreign = await makeRole(globex, { note: ['read'] })
    await expect(give(acme, 'custom', foreign)).rejects.toMatchObject(broken('member_role_is_own'))
    await expect(invite('pending', 'custom', foreign)).rejects.toMatchObject(broken('invitation_role_is_own'))
    await expect(give(acme, 'custom', randomUUID())).rejects.toMatchObject(broken('member_role_is_own'))
  })

  test('a foreign key without the organization would accept that role', async () => {
    const foreign = await makeRole(globex, { organization: ['delete'] })
    await db.owner.unsafe(`ALTER TABLE member DROP CONSTRAINT member_role_is_own;
      ALTER TABLE member ADD CONSTRAINT by_id_alone FOREIGN KEY (custom_role_id) REFERENCES organization_role (id)`)
    try {
      await give(acme, 'custom', foreign)
      // The join compares both too, so the role still allows nothing.
      expect(await membershipIn('acme')).toMatchObject({ role: 'custom', customRole: null })
    } finally {
      await give(acme, 'editor', null)
      await db.owner.unsafe(`ALTER TABLE member DROP CONSTRAINT by_id_alone;
        ALTER TABLE member ADD CONSTRAINT member_role_is_own FOREIGN KEY (organization_id, custom_role_id)
          REFERENCES organization_role (organization_id, id) ON DELETE RESTRICT`)
    }
  })

  test.each([
    ['custom', false],
    ['owner', true],
    ['viewer', true],
    ['', true],
    [null, true],
  ])('the role %j with a custom role: %s', async (role, withCustomRole) => {
    const customRole = withCustomRole ? await makeRole(acme) : null
    await expect(invite('pending', role, customRole)).rejects.toMatchObject(broken('invitation_custom_role'))
    if (role === null) return
    await expect(give(acme, role, customRole)).rejects.toMatchObject(broken('member_custom_role'))
  })

  test('to delete a role that a member or a pending invitation has', async () => {
    const held = await makeRole(acme)
    const promised = await makeRole(acme)
    await give(acme, 'custom', held)
    await invite('pending', 'custom', promised)
    const remove = (id: string) => db.owner`DELETE FROM organization_role WHERE id = ${id}`
    await expect(remove(held)).rejects.toMatchObject(broken('member_role_is_own'))
    await expect(remove(promised)).rejects.toMatchObject(broken('invitation_custom_role'))
  })

  test.each(['', ' Guard', 'Guard ', 'x'.repeat(41), 'Owner', 'ADMIN', 'editor', 'Viewer', 'custom'])(
    'the name %j',
    async (name) => {
      const insert = db.owner`INSERT INTO organization_role (organization_id, name, permissions) VALUES (${acme}, ${name}, '{}')`
      await expect(insert).rejects.toMatchObject({
        constraint_name: expect.stringMatching(/^organization_role_name_(shape|line|free)$/),
      })
    },
  )

  test('a name that differs only in case, in one organization', async () => {
    const add = (organization: string, name: string) =>
      db.owner`INSERT INTO organization_role (organization_id, name, permissions) VALUES (${organization}, ${name}, '{}')`
    await add(acme, 'Triage')
    await add(globex, 'TRIAGE')
    await expect(add(acme, 'triage')).rejects.toMatchObject(broken('organization_role_name'))
  })

  test.each(['[]', '"note"', 'null', JSON.stringify({ note: 'x'.repeat(2000) })])(
    'permissions that are %.12s',
    async (permissions) => {
      const insert = db.owner`
      INSERT INTO organization_role (organization_id, name, permissions) VALUES (${acme}, 'x', ${permissions}::text::jsonb)`
      await expect(insert).rejects.toMatchObject(broken('organization_role_permissions_shape'))
    },
  )
})

test('a settled invitation does not keep its role', async () => {
  const id = await makeRole(acme)
  await invite('accepted', 'custom', id)
  await invite('canceled', 'custom', id)
  await db.owner`DELETE FROM organization_role WHERE id = ${id}`
  const rows = await db.owner`SELECT organization_id, role, custom_role_id FROM invitation`
  expect(new Set(rows.map((row) => JSON.stringify(row)))).toEqual(
    new Set([JSON.stringify({ organization_id: acme, role: 'custom', custom_role_id: null })]),
  )
  // An invitation without a role can't become pending again.
  await expect(db.owner`UPDATE invitation SET status = 'pending'`).rejects.toMatchObject(
    broken('invitation_custom_role'),
  )
})

test('deleting an organization deletes its roles, used or not', async () => {
  await give(globex, 'custom', await makeRole(globex))
  const promised = await makeRole(globex)
  await db.owner`
    INSERT INTO invitation (organization_id, inviter_id, email, role, custom_role_id, expires_at)
    VALUES (${globex}, ${both}, 'guest@example.test', 'custom', ${promised}, now())`
  await db.owner`DELETE FROM organization WHERE id = ${globex}`
  expect(await db.owner`SELECT FROM organization_role WHERE organization_id = ${globex}`).toHaveLength(0)
})
