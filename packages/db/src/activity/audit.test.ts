import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { database } from '../connection/client'
import { demoId } from '../demo/demo'
import { createOrganization } from '../organizations/organizations'
import { auditEvent } from './table'
import { organization } from '../organizations/table'
import { withTenant } from '../tenancy/tenant'
import type { TenantDb } from '../tenancy/tenant'
import { createNote, deleteNotes, updateNotes } from '../testing/fixture-domain/notes'
import { claimOf, useTestDatabase } from '../testing/use-test-database'

const db = useTestDatabase()
const acme = demoId('organization', 'acme')
const claim = claimOf('acme', 'editor@acme.test')

const act = <T>(action: string, work: (tenant: TenantDb) => Promise<T>) =>
  withTenant({ ...claim, action, requestId: `request-${action}` }, work)

const events = () => db.owner`
  SELECT organization_id, actor_id, action, target_type, target_id, changes, request_id FROM audit_event
  ORDER BY action, target_type DESC`

beforeEach(async () => {
  await db.owner`DELETE FROM audit_event`
})

test('insert, update and delete each record who, what, the action and the request', async () => {
  const { id } = await act('notes.create', (tenant) =>
    createNote(tenant, { title: 'One', ownerId: claim.userId }),
  )
  await act('notes.update', (tenant) => updateNotes(tenant, [id], { title: 'Two', ownerId: null }))
  await act('notes.delete', (tenant) => deleteNotes(tenant, [id]))
  const common = { organization_id: acme, actor_id: claim.userId, target_type: 'note', target_id: id }
  expect([...(await events())]).toEqual([
    {
      ...common,
      action: 'notes.create',
      request_id: 'request-notes.create',
      changes: expect.objectContaining({
        title: { new: 'One' },
        owner_id: { new: claim.userId },
        created_by: { new: claim.userId },
      }),
    },
    {
      ...common,
      action: 'notes.delete',
      request_id: 'request-notes.delete',
      changes: expect.objectContaining({ title: { old: 'Two' }, created_by: { old: claim.userId } }),
    },
    {
      ...common,
      action: 'notes.update',
      request_id: 'request-notes.update',
      changes: {
        title: { old: 'One', new: 'Two' },
        owner_id: { old: claim.userId },
      },
    },
  ])
})

test('a rolled back change records nothing', async () => {
  const failing = act('notes.create', async (tenant) => {
    const { id } = await createNote(tenant, { title: 'x' })
    const [inside] = await tenant.select().from(auditEvent)
    expect(inside).toMatchObject({ targetId: id, action: 'notes.create' })
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await events()).toHaveLength(0)
})

test('a change of many rows records one event per row, and an update without changes none', async () => {
  const ids = await act('notes.create', async (tenant) => {
    const made: string[] = []
    for (let n = 0; n < 100; n++) made.push((await createNote(tenant, { title: `Note ${n}` })).id)
    return made
  })
  await db.owner`DELETE FROM audit_event`
  await act('notes.patch', (tenant) => updateNotes(tenant, ids, { title: 'Done' }))
  const rows = await events()
  expect(rows).toHaveLength(100)
  expect(new Set(rows.map((row) => row.target_id))).toEqual(new Set(ids))
  expect(new Set(rows.map((row) => row.action))).toEqual(new Set(['notes.patch']))
  await act('notes.patch', (tenant) => updateNotes(tenant, ids, { title: 'Done' }))
  expect(await events()).toHaveLength(100)
})

test('a new organization and its owner are recorded under that organization', async () => {
  const { id } = await createOrganization({
    name: 'Initech',
    slug: 'initech',
    ownerId: claim.userId,
    requestId: 'r',
  })
  const common = {
    organization_id: id,
    actor_id: claim.userId,
    action: 'organizations.create',
    request_id: 'r',
  }
  expect([...(await events())]).toEqual([
    {
      ...common,
      target_type: 'organization',
      target_id: id,
      changes: expect.objectContaining({ slug: { new: 'initech' } }),
    },
    {
      ...common,
      target_type: 'member',
      target_id: expect.any(String),
      changes: expect.objectContaining({ role: { new: 'owner' } }),
    },
  ])
})

test('a change outside a tenant scope is recorded under the statement’s name', async () => {
  await database().update(organization).set({ name: 'Acme & Sons' })
  const [row] = await events()
  expect(row).toMatchObject({
    actor_id: null,
    action: 'organization.update',
    request_id: null,
    target_type: 'organization',
    changes: { name: { new: 'Acme & Sons' } },
  })
})

test('a removed member and the changes to their rows are recorded', async () => {
  const viewer = demoId('user', 'viewer@acme.test')
  await act('notes.create', (tenant) => createNote(tenant, { title: 'x', ownerId: viewer }))
  await db.owner`DELETE FROM audit_event`
  await db.owner`DELETE FROM member WHERE user_id = ${viewer}`
  const rows = await events()
  expect(rows.filter((row) => row.target_type === 'member')).toHaveLength(1)
  const released = rows.filter((row) => row.target_type === 'note')
  expect(released.length).toBeGreaterThan(0)
  for (const row of released) expect(row.changes).toEqual({ owner_id: { old: viewer } })
})

test('deleting an organization deletes its rows and keeps its audit events', async () => {
  const { id } = await createOrganization({ name: 'Hooli', slug: 'hooli', ownerId: claim.userId })
  await withTenant({ ...claim, organization: 'hooli' }, (tenant) => createNote(tenant, { title: 'x' }))
  await db.owner`DELETE FROM organization WHERE id = ${id}`
  const rows =
    await db.owner`SELECT target_type FROM audit_event WHERE organization_id = ${id} AND changes::text LIKE '%"old"%'`
  expect(rows.map((row) => row.target_type).sort()).toEqual(['member', 'note', 'organization'])
})

test('the audit function cannot be called directly or hijacked through the search path', async () => {
  await expect(database().execute(sql`SELECT record_audit_event()`)).rejects.toMatchObject({
    cause: {
      message: expect.stringMatching(/permission denied|trigger functions can only be called as triggers/),
    },
  })
  await act('notes.create', async (tenant) => {
    await tenant.execute(sql`SET LOCAL search_path = pg_temp, public`)
    return tenant.execute(
      sql`INSERT INTO public.note (organization_id, title, created_by) VALUES (${acme}, 'x', ${claim.userId})`,
    )
  })
  expect(await events()).toHaveLength(1)
})
