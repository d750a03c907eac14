import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { database } from '../connection/client'
import { lostRace } from '../connection/database-error'
import { deleteUser } from '../accounts/delete-user'
import { demoId } from '../demo/demo'
import { changeRole, lockMembers, removeMember } from '../members/changes'
import { member } from '../members/table'
import { NotAMemberError, withExclusiveTenant, withTenant } from './tenant'
import type { Tenant } from './tenant'
import { createNote, lockNotes, updateNotes } from '../testing/fixture-domain/notes'
import { claimOf, useTestDatabase } from '../testing/use-test-database'
import { untilWaiting } from '../testing/waiting'

// The table list with the fixture domain added.
vi.mock('../schema', async (original) => ({
  ...(await original<object>()),
  note: (await import('../testing/fixture-domain/notes')).note,
}))

const db = useTestDatabase()
const acme = demoId('organization', 'acme')
const owner = claimOf('acme', 'owner@acme.test')
const admin = claimOf('acme', 'admin@acme.test')
const editor = claimOf('acme', 'editor@acme.test')

const memberIdOf = async (userId: string) => {
  const [row] = await db.owner<{ id: string }[]>`
    SELECT id FROM member WHERE organization_id = ${acme} AND user_id = ${userId}`
  return row?.id ?? ''
}
const roleOf = async (userId: string) =>
  (await db.owner`SELECT role FROM member WHERE organization_id = ${acme} AND user_id = ${userId}`)[0]?.role

/** A promise that stays pending until released. */
function pause() {
  let go = () => {}
  const paused = new Promise<void>((resolve) => {
    go = resolve
  })
  return { paused, go }
}

const demote = (userId: string) =>
  withExclusiveTenant(owner, async (tenant) => {
    const id = await memberIdOf(userId)
    await lockMembers(tenant, [id])
    await changeRole(tenant, id, 'viewer')
  })

afterEach(async () => {
  await db.owner`UPDATE member SET role = 'editor' WHERE user_id = ${editor.userId}`
  await db.owner`UPDATE member SET role = 'admin' WHERE user_id = ${admin.userId}`
})

describe('a running call', () => {
  test('keeps its role until it is done; a role change waits', async () => {
    const { paused, go } = pause()
    const order: string[] = []
    const entered = pause()
    const call = withTenant(editor, async (tenant) => {
      entered.go()
      await paused
      await createNote(tenant, { title: 'in time' })
      order.push('call')
    })
    await entered.paused
    const demotion = demote(editor.userId).then(() => order.push('demotion'))
    await untilWaiting(db.owner)
    expect(await roleOf(editor.userId)).toBe('editor')
    go()
    await Promise.all([call, demotion])
    expect(order).toEqual(['call', 'demotion'])
    expect(await roleOf(editor.userId)).toBe('viewer')
  })

  test('does not block the member’s other calls', async () => {
    const { paused, go } = pause()
    const entered = pause()
    const slow = withTenant(editor, async (tenant) => {
      await createNote(tenant, { title: 'slow' })
      entered.go()
      await paused
    })
    await entered.paused
    const others = Array.from({ length: 5 }, (_, n) =>
      withTenant(editor, (tenant) => createNote(tenant, { title: `meanwhile ${n}` })),
    )
    expect(await Promise.all(others)).toHaveLength(5)
    expect(await withTenant(editor, async () => 'read', { readOnly: true })).toBe('read')
    go()
    await slow
  })
})

/** Returns the outcome of a call that begins while a change to its caller is uncommitted. */
async function beginDuring(change: () => Promise<unknown>, begin: () => Promise<unknown>) {
  let outcome: Promise<unknown> = Promise.resolve()
  await db.owner.begin(async (transaction) => {
    await transaction`SELECT FROM member WHERE user_id = ${editor.userId} AND organization_id = ${acme} FOR UPDATE`
    await transaction`UPDATE member SET role = 'viewer' WHERE user_id = ${editor.userId} AND organization_id = ${acme}`
    outcome = begin()
    await Promise.race([change(), outcome])
  })
  return outcome
}

describe('a call that begins during a role change', () => {
  const waiting = () => untilWaiting(db.owner)

  test('waits and uses the new role', async () => {
    const begin = () => withTenant(editor, async (_db, tenant: Tenant) => tenant.membership.role)
    expect(await beginDuring(waiting, begin)).toBe('viewer')
    expect(
      await beginDuring(waiting, () =>
        withExclusiveTenant(editor, async (_db, { membership }) => membership.role),
      ),
    ).toBe('viewer')
  })

  test('would use the old role without the lock', async () => {
    const unlocked = async () => {
      const [row] = await database().select({ role: member.role }).from(member).where(eq(member.id, id))
      return row?.role
    }
    const id = await memberIdOf(editor.userId)
    expect(await beginDuring(() => new Promise(() => {}), unlocked)).toBe('editor')
    expect(await roleOf(editor.userId)).toBe('viewer')
  })

  test('is refused when the membership ends', async () => {
    const [row] = await db.owner`SELECT * FROM member WHERE user_id = ${editor.userId}`
    let outcome: Promise<unknown> = Promise.resolve()
    await db.owner.begin(async (transaction) => {
      await transaction`DELETE FROM member WHERE user_id = ${editor.userId}`
      outcome = withTenant(editor, async () => 'entered').catch((error: unknown) => error)
      await untilWaiting(db.owner)
    })
    expect(await outcome).toBeInstanceOf(NotAMemberError)
    await db.owner`INSERT INTO member ${db.owner(row ?? {})}`
  })
})

describe('a custom role', () => {
  let roleId = ''
  const allowed = (permissions: object) =>
    db.owner`UPDATE organization_role SET permissions = ${db.owner.json({ ...permissions })} WHERE id = ${roleId}`
  const granted = async (_db: unknown, { membership }: Tenant) => membership.customRole?.permissions

  beforeEach(async () => {
    const [made] = await db.owner<{ id: string }[]>`
      INSERT INTO organization_role (organization_id, name, permissions)
      VALUES (${acme}, 'Guard', '{"note":["read","create"]}') RETURNING id`
    roleId = made?.id ?? ''
    await db.owner`UPDATE member SET role = 'custom', custom_role_id = ${roleId} WHERE user_id = ${editor.userId}`
  })
  afterEach(async () => {
    await db.owner`UPDATE member SET role = 'editor', custom_role_id = NULL WHERE user_id = ${editor.userId}`
    await db.owner`DELETE FROM organization_role WHERE id = ${roleId}`
  })

  test('keeps its permissions until the call is done', async () => {
    const { paused, go } = pause()
    const entered = pause()
    const call = withTenant(editor, async (tenant, given) => {
      entered.go()
      await paused
      await createNote(tenant, { title: 'while it may' })
      return granted(tenant, given)
    })
    await entered.paused
    const narrowed = allowed({ note: ['read'] }).then(() => 'narrowed')
    await untilWaiting(db.owner)
    go()
    expect(await call).toEqual({ note: ['read', 'create'] })
    expect(await narrowed).toBe('narrowed')
    expect(await withTenant(editor, granted)).toEqual({ note: ['read'] })
  })

  test.each([
    ['a call', () => withTenant(editor, granted)],
    ['a change of members', () => withExclusiveTenant(editor, granted)],
  ])('that is losing permissions is waited for by %s', async (_what, begin) => {
    let outcome: Promise<unknown> = Promise.resolve()
    await db.owner.begin(async (transaction) => {
      await transaction`UPDATE organization_role SET permissions = '{"note":["read"]}' WHERE id = ${roleId}`
      outcome = begin()
      await untilWaiting(db.owner)
    })
    expect(await outcome).toEqual({ note: ['read'] })
  })

  test('can be locked but not changed by the app', async () => {
    const change = database().execute(
      sql`UPDATE organization_role SET updated_at = now() WHERE id = ${roleId}`,
    )
    await expect(change).rejects.toMatchObject({
      cause: { message: expect.stringMatching(/row-level security policy/) },
    })
    const rewrite = database().execute(sql`UPDATE organization_role SET permissions = '{}'`)
    await expect(rewrite).rejects.toMatchObject({
      cause: { message: expect.stringMatching(/permission denied/) },
    })
  })
})

describe('two parallel changes of members', () => {
  test('take turns; the second sees the first one’s changes', async () => {
    await db.owner`UPDATE member SET role = 'owner' WHERE user_id = ${admin.userId}`
    const seen: string[] = []
    const act = (claim: typeof owner, targetUser: string) =>
      withExclusiveTenant(claim, async (tenant, { membership }) => {
        const id = await memberIdOf(targetUser)
        await lockMembers(tenant, [id])
        seen.push(membership.role)
        if (membership.role === 'owner') await changeRole(tenant, id, 'viewer')
      })
    await Promise.all([act(owner, admin.userId), act(admin, owner.userId)])
    expect(seen.toSorted()).toEqual(['owner', 'viewer'])
    await db.owner`UPDATE member SET role = 'owner' WHERE user_id = ${owner.userId}`
  })

  test('a removal waits for the member’s running writes and clears rows that refer to them', async () => {
    const [row] = await db.owner`DELETE FROM member WHERE user_id = ${editor.userId} RETURNING *`
    // Restored, without rows that refer to them.
    await db.owner`INSERT INTO member ${db.owner(row ?? {})}`
    const id = await memberIdOf(editor.userId)
    const { paused, go } = pause()
    const entered = pause()
    const writing = withTenant(editor, async (tenant) => {
      entered.go()
      await paused
      await createNote(tenant, { title: 'last one', ownerId: editor.userId })
    })
    await entered.paused
    const removal = withExclusiveTenant(owner, async (tenant) => {
      await lockMembers(tenant, [id])
      return removeMember(tenant, id)
    })
    await untilWaiting(db.owner)
    go()
    await writing
    expect(await removal).toBe(1)
    expect(await db.owner`SELECT FROM note WHERE owner_id = ${editor.userId}`).toHaveLength(0)
    await db.owner`INSERT INTO member ${db.owner(row ?? {})}`
  })

  test('an account deletion waits for a change of members without a deadlock', async () => {
    const viewer = demoId('user', 'viewer@acme.test')
    const { paused, go } = pause()
    const entered = pause()
    const change = withExclusiveTenant(owner, async (tenant) => {
      entered.go()
      await paused
      const id = await memberIdOf(viewer)
      const locked = await lockMembers(tenant, [id])
      await changeRole(tenant, id, 'editor')
      return locked.length
    })
    await entered.paused
    const deletion = deleteUser(viewer, 'test')
    await untilWaiting(db.owner)
    go()
    expect(await change).toBe(1)
    await expect(deletion).resolves.toBe(true)
    expect(await db.owner`SELECT FROM member WHERE user_id = ${viewer}`).toHaveLength(0)
  })
})

describe('rows assigned to a member during their removal', () => {
  const made = (ownerId: string | null) =>
    withTenant(owner, async (tenant) => (await createNote(tenant, { title: 'given', ownerId })).id)

  /** Locks one of the editor's notes and an unassigned one, then assigns both to the editor during the removal. */
  async function giveDuring(remove: () => Promise<unknown>) {
    const { paused, go } = pause()
    const locked = pause()
    const ids = [await made(editor.userId), await made(null)]
    const giving = withTenant(owner, async (tenant) => {
      await lockNotes(tenant, ids)
      locked.go()
      await paused
      return updateNotes(tenant, ids, { ownerId: editor.userId })
    })
    await locked.paused
    const removal = remove()
    await untilWaiting(db.owner)
    go()
    const [given, removed] = await Promise.allSettled([giving, removal])
    const left = await db.owner`SELECT FROM note WHERE id = ANY(${ids}) AND owner_id IS NULL`
    await db.owner`INSERT INTO member (organization_id, user_id, role) VALUES (${acme}, ${editor.userId}, 'editor')
      ON CONFLICT DO NOTHING`
    return { given, removed, left: left.length }
  }

  const remove = (how: 'as implemented' | 'member first') =>
    withExclusiveTenant(admin, async (tenant) => {
      const id = await memberIdOf(editor.userId)
      if (how === 'as implemented') {
        await lockMembers(tenant, [id])
        return removeMember(tenant, id)
      }
      await tenant.select().from(member).where(eq(member.id, id)).for('update')
      await tenant.delete(member).where(eq(member.id, id))
      return undefined
    })

  test('end up unassigned without a deadlock', async () => {
    const { given, removed, left } = await giveDuring(() => remove('as implemented'))
    expect([given.status, removed.status, left]).toEqual(['fulfilled', 'fulfilled', 2])
  })

  test('would deadlock if the member were locked first', async () => {
    const { given, removed } = await giveDuring(() => remove('member first'))
    const [failed, ...others] = [given, removed].filter((outcome) => outcome.status === 'rejected')
    expect(others).toEqual([])
    expect(lostRace(failed?.reason)).toBe(true)
  })
})
