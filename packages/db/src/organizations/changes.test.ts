import { getTableName } from 'drizzle-orm'
import { describe, expect, test, vi } from 'vitest'
import { contentTables } from '../content'
import { demoId } from '../demo/demo'
import { findCurrentSlug } from './former-slugs'
import { readSettings } from './settings'
import { changeSlug, deleteOrganization, renameOrganization } from './changes'
import { createOrganization } from './organizations'
import { NotAMemberError, withExclusiveTenant, withTenant } from '../tenancy/tenant'
import type { ExclusiveTenantDb } from '../tenancy/tenant'
import { createNote } from '../testing/fixture-domain/notes'
import { claimOf, useTestDatabase } from '../testing/use-test-database'
import { untilWaiting } from '../testing/waiting'

// The table list with the fixture domain added.
vi.mock('../schema', async (original) => ({
  ...(await original<object>()),
  note: (await import('../testing/fixture-domain/notes')).note,
}))

const db = useTestDatabase()
const nomad = claimOf('acme', 'nomad@gatehouse.test').userId
const stranger = demoId('user', 'owner@globex.test')

/** Creates an organization owned by the nomad. */
async function found(slug: string) {
  const { id } = await createOrganization({ name: slug, slug, ownerId: nomad })
  return id
}
const within = <T>(organization: string, work: (tenant: ExclusiveTenantDb) => Promise<T>) =>
  withExclusiveTenant({ organization, userId: nomad, action: 'test' }, work)
const move = (from: string, to: string) => within(from, (tenant) => changeSlug(tenant, to))

test('changes the name of this organization only', async () => {
  await found('named')
  await within('named', (tenant) => renameOrganization(tenant, { name: 'Another name' }))
  const rows = await db.owner`SELECT slug FROM organization WHERE name = 'Another name'`
  expect([...rows]).toEqual([{ slug: 'named' }])
})

describe('a former slug', () => {
  test('redirects members, and does not exist for anyone else', async () => {
    await found('first')
    expect(await findCurrentSlug('first', nomad)).toBeUndefined()
    await move('first', 'second')
    await move('second', 'third')
    expect(await findCurrentSlug('first', nomad)).toBe('third')
    expect(await findCurrentSlug('second', nomad)).toBe('third')
    expect(await findCurrentSlug('first', stranger)).toBeUndefined()
    expect(await findCurrentSlug('nobody-had-this', nomad)).toBeUndefined()
    expect((await within('third', readSettings)).formerSlugs).toEqual(['second', 'first'])
  })

  test('is refused in a call', async () => {
    await found('before')
    await move('before', 'after')
    await expect(withTenant({ organization: 'before', userId: nomad }, async () => {})).rejects.toThrow(
      NotAMemberError,
    )
    await expect(within('before', async () => {})).rejects.toThrow(NotAMemberError)
  })

  test('can’t be taken by another organization, but can be taken back by its own', async () => {
    await found('kept')
    await move('kept', 'moved')
    await found('other')
    await expect(found('kept')).rejects.toMatchObject({ code: 'SLUG_TAKEN' })
    await expect(move('other', 'kept')).rejects.toMatchObject({ code: 'SLUG_TAKEN' })
    await expect(move('other', 'moved')).rejects.toMatchObject({ code: 'SLUG_TAKEN' })
    await move('moved', 'kept')
    expect(await findCurrentSlug('moved', nomad)).toBe('kept')
    expect(await findCurrentSlug('kept', nomad)).toBeUndefined()
  })

  test('is released after ten more changes, and when the organization is deleted', async () => {
    await found('move-0')
    for (let n = 0; n < 11; n++) await move(`move-${n}`, `move-${n + 1}`)
    expect((await within('move-11', readSettings)).formerSlugs).toEqual(
      Array.from({ length: 10 }, (_, n) => `move-${10 - n}`),
    )
    await found('move-0')
    await within('move-11', deleteOrganization)
    await found('move-5')
    await found('move-11')
  })

  test('goes to one of many organizations that request it while it is released', async () => {
    await found('wanted')
    const moves = [move('wanted', 'left'), ...Array.from({ length: 5 }, () => found('wanted'))]
    const results = await Promise.allSettled(moves)
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', ...Array(5).fill('rejected')])
    for (const result of results.slice(1))
      expect(result).toMatchObject({ reason: expect.objectContaining({ code: 'SLUG_TAKEN' }) })
  })

  test('without the reservation would go to a stranger, along with its members’ links', async () => {
    await found('trusted')
    await move('trusted', 'elsewhere')
    await db.owner`ALTER TABLE organization DISABLE TRIGGER claim_slug`
    try {
      await expect(found('trusted')).resolves.toEqual(expect.any(String))
    } finally {
      await db.owner`ALTER TABLE organization ENABLE TRIGGER claim_slug`
      await db.owner`DELETE FROM organization WHERE slug = 'trusted'`
    }
  })
})

describe('deleteOrganization', () => {
  test('deletes everything, returns the counts, and keeps the audit and other organizations', async () => {
    const id = await found('doomed')
    const editor = demoId('user', 'editor@acme.test')
    await db.owner`INSERT INTO member (organization_id, user_id, role) VALUES (${id}, ${editor}, 'editor')`
    await db.owner`INSERT INTO invitation (organization_id, inviter_id, email, role, expires_at)
      VALUES (${id}, ${nomad}, 'guest@example.test', 'viewer', now())`
    await withTenant({ organization: 'doomed', userId: nomad }, async (tenant) => {
      for (const ownerId of [editor, nomad, null]) await createNote(tenant, { title: 'x', ownerId })
    })
    const others = () => db.owner`
      SELECT (SELECT count(*) FROM note) AS notes, (SELECT count(*) FROM member) AS members,
        (SELECT count(*) FROM "user") AS people, (SELECT count(*) FROM organization) AS organizations`
    const [before] = await others()
    const removed = await within('doomed', deleteOrganization)
    expect(removed).toMatchObject({ note: 3, member: 2, invitation: 1, organization_role: 0 })
    expect(Object.keys(removed).toSorted()).toEqual(contentTables().map(getTableName).toSorted())
    const [after] = await others()
    expect(after).toEqual({
      notes: String(Number(before?.notes) - 3),
      members: String(Number(before?.members) - 2),
      people: before?.people,
      organizations: String(Number(before?.organizations) - 1),
    })
    const events = await db.owner`
      SELECT target_type, count(*)::int AS n, count(DISTINCT actor_id)::int AS actors FROM audit_event
      WHERE organization_id = ${id} AND action = 'test' GROUP BY target_type ORDER BY target_type`
    expect([...events]).toEqual([
      { target_type: 'invitation', n: 1, actors: 1 },
      { target_type: 'member', n: 2, actors: 1 },
      { target_type: 'note', n: 3, actors: 1 },
      { target_type: 'organization', n: 1, actors: 1 },
    ])
  })

  test('deletes custom roles, used or not', async () => {
    const id = await found('with-roles')
    const editor = demoId('user', 'editor@acme.test')
    const [role] = await db.owner`INSERT INTO organization_role (organization_id, name, permissions)
      VALUES (${id}, 'Guard', '{"note":["read"]}') RETURNING id`
    await db.owner`INSERT INTO member (organization_id, user_id, role, custom_role_id)
      VALUES (${id}, ${editor}, 'custom', ${role?.id})`
    expect(await within('with-roles', deleteOrganization)).toMatchObject({ member: 2, organization_role: 1 })
    expect(await db.owner`SELECT FROM organization_role WHERE organization_id = ${id}`).toHaveLength(0)
  })

  test('waits for members’ running writes, deletes their rows too, and refuses later calls', async () => {
    const id = await found('busy')
    // Few enough that the deletion still gets one of the organization's turns.
    const others = ['owner', 'admin'].map((name) => demoId('user', `${name}@acme.test`))
    for (const other of others)
      await db.owner`INSERT INTO member (organization_id, user_id, role) VALUES (${id}, ${other}, 'editor')`
    // Writes nothing and is locked first. Rows being assigned to them must not wait for the deletion.
    const idle = demoId('user', 'both@gatehouse.test')
    await db.owner`INSERT INTO member (id, organization_id, user_id, role)
      VALUES ('00000000-0000-4000-8000-000000000001', ${id}, ${idle}, 'viewer')`
    const claims = [nomad, ...others].map((userId) => ({ organization: 'busy', userId }))
    let go = () => {}
    const paused = new Promise<void>((resolve) => {
      go = resolve
    })
    let entered = 0
    const writing = claims.map((claim) =>
      withTenant(claim, async (tenant) => {
        entered += 1
        await paused
        await createNote(tenant, { title: 'just in time', ownerId: idle })
      }),
    )
    await vi.waitUntil(() => entered === claims.length, { timeout: 10_000 })
    const deletion = within('busy', deleteOrganization)
    await untilWaiting(db.owner)
    const late = claims.map((claim) =>
      withTenant(claim, (tenant) => createNote(tenant, { title: 'late' })).catch((error: unknown) => error),
    )
    go()
    await Promise.all(writing)
    const removed = await deletion
    const lateOnes = await Promise.all(late)
    const refusedOnes = lateOnes.filter((outcome) => outcome instanceof NotAMemberError)
    const made = lateOnes.filter((outcome) => !(outcome instanceof Error))
    // Calls that began before the deletion locked their member row are counted too.
    expect(refusedOnes.length + made.length).toBe(claims.length)
    expect(removed).toMatchObject({ note: claims.length + made.length, member: claims.length + 1 })
    expect(await db.owner`SELECT FROM note WHERE organization_id = ${id}`).toHaveLength(0)
  })
})
