import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { database } from '../connection/client'
import { demoId } from '../demo/demo'
import { createOrganization } from '../organizations/organizations'
import { auditEvent } from './table'
import { organization } from '../organizations/table'
import { createTask, deleteTasks, updateTasks } from '../tasks/tasks'
import { withTenant } from '../tenancy/tenant'
import type { TenantDb } from '../tenancy/tenant'
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

test('an insert, an update and a delete each leave who, what, by which action and in which request', async () => {
  const { id } = await act('tasks.create', (tenant) =>
    createTask(tenant, { title: 'One', dueDate: '2026-01-01' }),
  )
  await act('tasks.update', (tenant) =>
    updateTasks(tenant, [id], { title: 'Two', dueDate: null, status: 'done' }),
  )
  await act('tasks.delete', (tenant) => deleteTasks(tenant, [id]))
  const common = { organization_id: acme, actor_id: claim.userId, target_type: 'task', target_id: id }
  expect([...(await events())]).toEqual([
    {
      ...common,
      action: 'tasks.create',
      request_id: 'request-tasks.create',
      changes: expect.objectContaining({
        title: { new: 'One' },
        due_date: { new: '2026-01-01' },
        status: { new: 'backlog' },
      }),
    },
    {
      ...common,
      action: 'tasks.delete',
      request_id: 'request-tasks.delete',
      changes: expect.objectContaining({ title: { old: 'Two' }, status: { old: 'done' } }),
    },
    {
      ...common,
      action: 'tasks.update',
      request_id: 'request-tasks.update',
      changes: {
        title: { old: 'One', new: 'Two' },
        due_date: { old: '2026-01-01' },
        status: { old: 'backlog', new: 'done' },
      },
    },
  ])
})

test('work that is rolled back leaves nothing', async () => {
  const failing = act('tasks.create', async (tenant) => {
    const { id } = await createTask(tenant, { title: 'x' })
    const [inside] = await tenant.select().from(auditEvent)
    expect(inside).toMatchObject({ targetId: id, action: 'tasks.create' })
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await events()).toHaveLength(0)
})

test('a change of many rows leaves one for each, and an update that changes nothing leaves none', async () => {
  const ids = await act('tasks.create', async (tenant) => {
    const made: string[] = []
    for (let n = 0; n < 100; n++) made.push((await createTask(tenant, { title: `Task ${n}` })).id)
    return made
  })
  await db.owner`DELETE FROM audit_event`
  await act('tasks.patch', (tenant) => updateTasks(tenant, ids, { status: 'done' }))
  const rows = await events()
  expect(rows).toHaveLength(100)
  expect(new Set(rows.map((row) => row.target_id))).toEqual(new Set(ids))
  expect(new Set(rows.map((row) => row.action))).toEqual(new Set(['tasks.patch']))
  await act('tasks.patch', (tenant) => updateTasks(tenant, ids, { status: 'done' }))
  expect(await events()).toHaveLength(100)
})

test('a new organization and its owner are recorded in its name', async () => {
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

test('a change without a scope is recorded too, under the statement’s name', async () => {
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

test('a removed member and what that does to their tasks are recorded', async () => {
  const viewer = demoId('user', 'viewer@acme.test')
  await act('tasks.create', (tenant) => createTask(tenant, { title: 'x', assigneeId: viewer }))
  await db.owner`DELETE FROM audit_event`
  await db.owner`DELETE FROM member WHERE user_id = ${viewer}`
  const rows = await events()
  expect(rows.filter((row) => row.target_type === 'member')).toHaveLength(1)
  const released = rows.filter((row) => row.target_type === 'task')
  expect(released.length).toBeGreaterThan(0)
  for (const row of released) expect(row.changes).toEqual({ assignee_id: { old: viewer } })
})

test('a deleted organization takes its tasks, and the record stays', async () => {
  const { id } = await createOrganization({ name: 'Hooli', slug: 'hooli', ownerId: claim.userId })
  await withTenant({ ...claim, organization: 'hooli' }, (tenant) => createTask(tenant, { title: 'x' }))
  await db.owner`DELETE FROM organization WHERE id = ${id}`
  const rows =
    await db.owner`SELECT target_type FROM audit_event WHERE organization_id = ${id} AND changes::text LIKE '%"old"%'`
  expect(rows.map((row) => row.target_type).sort()).toEqual(['member', 'organization', 'task'])
})

test('the function that writes it cannot be called, nor its search path turned against it', async () => {
  await expect(database().execute(sql`SELECT record_audit_event()`)).rejects.toMatchObject({
    cause: {
      message: expect.stringMatching(/permission denied|trigger functions can only be called as triggers/),
    },
  })
  await act('tasks.create', async (tenant) => {
    await tenant.execute(sql`SET LOCAL search_path = pg_temp, public`)
    return tenant.execute(
      sql`INSERT INTO public.task (organization_id, title, created_by) VALUES (${acme}, 'x', ${claim.userId})`,
    )
  })
  expect(await events()).toHaveLength(1)
})
