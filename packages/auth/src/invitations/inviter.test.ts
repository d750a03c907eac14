import { eq, sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { database } from '@kit/db/connection/client'
import { demoId } from '@kit/db/demo/demo'
import { renewInvitation } from '@kit/db/invitations/invitations'
import { changeRole } from '@kit/db/members/changes'
import { createRole, updateRole } from '@kit/db/roles/roles'
import { invitation, member, organization, user } from '@kit/db/schema'
import { type ExclusiveTenantDb, withExclusiveTenant, withTenant } from '@kit/db/tenancy/tenant'
import {
  accept,
  acme,
  claim,
  forgetInvitations,
  invite,
  join,
  lostRight,
  newcomer,
  nomad,
  roleOf,
  setRole,
} from '../testing/invitation'
import { mayGrantRole } from '../permissions/role-rules'
import { startWorld } from '../testing/testing'
import { untilWaiting } from '../testing/waiting'

vi.mock('../permissions/role-rules', { spy: true })

let world: Awaited<ReturnType<typeof startWorld>>

beforeAll(async () => {
  world = await startWorld()
})

afterAll(() => world.stop())

beforeEach(forgetInvitations)

afterEach(() => vi.restoreAllMocks())

describe('an organization that is suspended or going to be deleted', () => {
  const open = { suspendedAt: null, suspendedBecause: null, deletedFrom: null }
  const close = (values: Partial<typeof organization.$inferInsert>) =>
    database().update(organization).set(values).where(eq(organization.id, acme))
  afterEach(() => close(open))

  it.each([{ suspendedAt: new Date(), suspendedBecause: 'Spam' }, { deletedFrom: new Date() }])(
    'gets no members: %j',
    async (values) => {
      const accepting = await invite(nomad, 'editor', 'admin@acme.test')
      const joining = await invite(newcomer, 'editor', 'admin@acme.test')
      await close(values)
      const closed = { code: 'ORGANIZATION_CLOSED' }
      await expect(accept(accepting.token)).rejects.toMatchObject(closed)
      await expect(join(joining.token)).rejects.toMatchObject(closed)
      expect([await roleOf(nomad), await roleOf(newcomer)]).toEqual([undefined, undefined])
      expect(await database().select().from(user).where(eq(user.email, newcomer))).toEqual([])
      await close(open)
      await accept(accepting.token)
      expect(await roleOf(nomad)).toBe('editor')
    },
  )
})

describe('the inviter', () => {
  afterEach(async () => {
    await setRole('admin@acme.test', 'admin')
    await database().update(user).set({ banned: false }).where(eq(user.email, 'admin@acme.test'))
  })

  it.each([
    ['was made an editor', () => setRole('admin@acme.test', 'editor')],
    ['has an unknown role', () => setRole('admin@acme.test', 'emperor')],
    [
      'is suspended',
      () => database().update(user).set({ banned: true }).where(eq(user.email, 'admin@acme.test')),
    ],
  ])('who %s no longer counts', async (_, change) => {
    const accepting = await invite(nomad, 'editor', 'admin@acme.test')
    const joining = await invite(newcomer, 'editor', 'admin@acme.test')
    await change()
    await expect(accept(accepting.token)).rejects.toMatchObject(lostRight)
    await expect(join(joining.token)).rejects.toMatchObject(lostRight)
    expect([await roleOf(nomad), await roleOf(newcomer)]).toEqual([undefined, undefined])
    expect(await database().select().from(user).where(eq(user.email, newcomer))).toEqual([])
  })

  it('who left no longer counts, until someone else resends the invitation', async () => {
    const { token } = await invite(nomad, 'viewer', 'admin@acme.test')
    const [left] = await database()
      .delete(member)
      .where(eq(member.userId, demoId('user', 'admin@acme.test')))
      .returning()
    await expect(accept(token)).rejects.toMatchObject(lostRight)
    const [{ id = '' } = {}] = await database().select().from(invitation)
    const again = await withTenant(claim('owner@acme.test'), (db) => renewInvitation(db, id, () => {}))
    await accept(String(again?.token))
    expect(await roleOf(nomad)).toBe('viewer')
    if (left) await database().insert(member).values(left)
  })

  it('who may no longer grant the role is refused by the role rule', async () => {
    // An owner invited a new owner and has become an admin since.
    const { token } = await invite(nomad, 'owner')
    await setRole('both@gatehouse.test', 'owner')
    await setRole('owner@acme.test', 'admin')
    await expect(accept(token)).rejects.toMatchObject(lostRight)
    expect(await roleOf(nomad)).toBeUndefined()
    // Without the rule, the invitation is accepted.
    vi.mocked(mayGrantRole).mockReturnValueOnce(true)
    await accept(token)
    expect(await roleOf(nomad)).toBe('owner')
    await setRole('owner@acme.test', 'owner')
    await setRole('both@gatehouse.test', 'editor')
  })

  it('can grant a custom role like a built-in one', async () => {
    const permissions = { member: ['read'] }
    const made = await withTenant(claim('owner@acme.test'), (db) =>
      db.execute<{ id: string }>(sql`
        INSERT INTO organization_role (organization_id, name, permissions, created_by)
        VALUES (${acme}, 'Guest', ${JSON.stringify(permissions)}::jsonb, ${demoId('user', 'owner@acme.test')})
        RETURNING id`),
    )
    const id = String(made[0]?.id)
    const invited = await invite(nomad, id, 'admin@acme.test')
    expect(invited.role).toBe('Guest')
    await accept(invited.token)
    const [found] = await database()
      .select()
      .from(member)
      .where(eq(member.userId, demoId('user', nomad)))
    expect(found).toMatchObject({ role: 'custom', customRoleId: id })
  })
})

describe('during acceptance', () => {
  afterEach(() => setRole('admin@acme.test', 'admin'))

  /** Starts accepting while the organization is locked, then makes `change`. Returns the outcome of accepting. */
  async function acceptDuring(token: string, change: (db: ExclusiveTenantDb) => Promise<unknown>) {
    let outcome: Promise<unknown> = Promise.resolve()
    await withExclusiveTenant(claim('owner@acme.test'), async (db) => {
      outcome = accept(token).catch((error: unknown) => error)
      await untilWaiting()
      await change(db)
    })
    return outcome
  }

  it('checks a role as it is after a change that widens it beyond the inviter’s', async () => {
    const role = { name: 'Widened', permissions: { audit: ['read'] } }
    const { id } = await withTenant(claim('owner@acme.test'), (db) => createRole(db, role))
    const { token } = await invite(nomad, id, 'admin@acme.test')
    const wider = { ...role, permissions: { organization: ['delete'] } }
    expect(await acceptDuring(token, (db) => updateRole(db, id, wider))).toMatchObject(lostRight)
    expect(await roleOf(nomad)).toBeUndefined()
  })

  it('refuses when the inviter is losing their role', async () => {
    const { token } = await invite(nomad, 'editor', 'admin@acme.test')
    const [admin] = await database()
      .select({ id: member.id })
      .from(member)
      .where(eq(member.userId, demoId('user', 'admin@acme.test')))
    const demoted = acceptDuring(token, (db) => changeRole(db, admin?.id ?? '', 'viewer'))
    expect(await demoted).toMatchObject(lostRight)
    expect(await roleOf(nomad)).toBeUndefined()
  })
})
