import { describe, expect, test } from 'vitest'
import { demoId } from '../demo/demo'
import { listAssignees } from '../members/members'
import { createTask, deleteTasks, findTask, lockTasks, lockTaskTexts, updateTasks } from './tasks'
import { taskBounds, taskPriorities, taskStatuses } from './values'
import { withTenant } from '../tenancy/tenant'
import type { TenantDb } from '../tenancy/tenant'
import { claimOf, useTestDatabase } from '../testing/use-test-database'

const db = useTestDatabase()
const claim = claimOf('acme', 'editor@acme.test')
const within = <T>(work: (tenant: TenantDb) => Promise<T>) => withTenant(claim, work)
const inGlobex = <T>(work: (tenant: TenantDb) => Promise<T>) =>
  withTenant(claimOf('globex', 'owner@globex.test'), work)
const taskOf = async (tenant: TenantDb, id: string) => (await findTask(tenant, id))?.task
const viewer = demoId('user', 'viewer@acme.test')

test('a task is created, found with all values, changed and deleted', async () => {
  const { id } = await within((tenant) => createTask(tenant, { title: 'Small' }))
  expect(await within((tenant) => taskOf(tenant, id))).toEqual({
    id,
    title: 'Small',
    description: '',
    status: 'backlog',
    priority: 'medium',
    dueDate: null,
    assignee: null,
    createdBy: { id: claim.userId, name: 'Acme Editor' },
    createdAt: expect.any(Date),
    updatedAt: expect.any(Date),
  })
  await db.owner`UPDATE task SET created_at = '2026-01-01', updated_at = '2026-01-01' WHERE id = ${id}`
  const patch = { status: 'done', priority: 'urgent', dueDate: '2026-02-28', assigneeId: viewer } as const
  expect(await within((tenant) => updateTasks(tenant, [id], patch))).toBe(1)
  const changed = await within((tenant) => taskOf(tenant, id))
  expect(changed).toMatchObject({
    title: 'Small',
    status: 'done',
    priority: 'urgent',
    dueDate: '2026-02-28',
    assignee: { id: viewer, name: 'Acme Viewer' },
  })
  expect(changed?.updatedAt.getTime()).toBeGreaterThan(changed?.createdAt.getTime() ?? Infinity)
  await within((tenant) => updateTasks(tenant, [id], { dueDate: null, assigneeId: null }))
  expect(await within((tenant) => taskOf(tenant, id))).toMatchObject({
    status: 'done',
    dueDate: null,
    assignee: null,
  })
  const alongside = await within(async (tenant) => (await findTask(tenant, id))?.assignees)
  expect(alongside).toEqual(await within((tenant) => listAssignees(tenant)))
  expect(await within((tenant) => deleteTasks(tenant, [id]))).toBe(1)
  expect(await within((tenant) => taskOf(tenant, id))).toBeUndefined()
})

test('the database accepts and returns every status and priority', async () => {
  for (const status of taskStatuses) {
    for (const priority of taskPriorities) {
      const { id } = await within((tenant) => createTask(tenant, { title: 'x', status, priority }))
      expect(await within((tenant) => taskOf(tenant, id))).toMatchObject({ status, priority })
    }
  }
})

const make = (values: Partial<Parameters<typeof createTask>[1]>) =>
  within((tenant) => createTask(tenant, { title: 'x', ...values }))

test('values within the bounds are accepted, others refused', async () => {
  const { titleLength, descriptionLength, earliestDueDate, latestDueDate } = taskBounds
  await make({ title: '😀'.repeat(titleLength / 2), description: 'x'.repeat(descriptionLength) })
  await make({ dueDate: earliestDueDate })
  await make({ dueDate: latestDueDate })
  for (const values of [
    { title: '' },
    { title: 'x'.repeat(titleLength + 1) },
    { description: 'x'.repeat(descriptionLength + 1) },
    { dueDate: '1999-12-31' },
    { dueDate: '2200-01-01' },
  ]) {
    await expect(make(values)).rejects.toMatchObject({ cause: { code: '23514' } })
  }
})

test('the database refuses text that reorders what is shown', async () => {
  const hidden = '\u202egpj.exe'
  await expect(db.owner`UPDATE task SET title = ${hidden}`).rejects.toThrow('task_title_line')
  await expect(db.owner`UPDATE task SET description = ${hidden}`).rejects.toThrow('task_description_text')
})

test('extra properties are not written', async () => {
  const values = {
    title: 'x',
    createdBy: viewer,
    organizationId: demoId('organization', 'globex'),
    id: viewer,
  }
  const { id } = await within((tenant) => createTask(tenant, values))
  const [row] = await db.owner`SELECT organization_id, created_by FROM task WHERE id = ${id}`
  expect(row).toEqual({ organization_id: demoId('organization', 'acme'), created_by: claim.userId })
  expect(await within((tenant) => updateTasks(tenant, [id], { ...values, title: 'y' }))).toBe(1)
  const [after] = await db.owner`SELECT title, organization_id, created_by FROM task WHERE id = ${id}`
  expect(after).toEqual({ title: 'y', ...row })
})

test('without changes nothing is written', async () => {
  const { id } = await within((tenant) => createTask(tenant, { title: 'Still' }))
  await db.owner`UPDATE task SET updated_at = '2026-01-01' WHERE id = ${id}`
  expect(await within((tenant) => updateTasks(tenant, [id], {}))).toBe(1)
  expect((await within((tenant) => taskOf(tenant, id)))?.updatedAt).toEqual(new Date('2026-01-01'))
})

describe('tasks of another organization', () => {
  test('can’t be found, locked, changed or deleted, alone or among own tasks', async () => {
    const foreign = await inGlobex((tenant) => createTask(tenant, { title: 'theirs' }))
    const own = await within((tenant) => createTask(tenant, { title: 'ours' }))
    const ids = [own.id, foreign.id, 'no uuid', demoId('user', 'nobody')]
    expect(await within((tenant) => taskOf(tenant, foreign.id))).toBeUndefined()
    expect(await within((tenant) => taskOf(tenant, 'no uuid'))).toBeUndefined()
    const locked = {
      id: own.id,
      createdBy: claim.userId,
      assigneeId: null,
      status: 'backlog',
      priority: 'medium',
      dueDate: null,
    }
    expect(await within((tenant) => lockTasks(tenant, ids))).toEqual([locked])
    expect(await within((tenant) => lockTaskTexts(tenant, ids))).toEqual([
      { ...locked, title: 'ours', description: '' },
    ])
    expect(await within((tenant) => updateTasks(tenant, ids, { title: 'z' }))).toBe(1)
    expect(await within((tenant) => deleteTasks(tenant, ids))).toBe(1)
    expect(await within((tenant) => deleteTasks(tenant, []))).toBe(0)
    expect(await inGlobex((tenant) => taskOf(tenant, foreign.id))).toMatchObject({ title: 'theirs' })
  })
})

describe('the assignee', () => {
  const stranger = demoId('user', 'owner@globex.test')

  test('must be a member; the database refuses anyone else', async () => {
    const making = within((tenant) => createTask(tenant, { title: 'x', assigneeId: stranger }))
    await expect(making).rejects.toMatchObject({ code: 'ASSIGNEE_NOT_A_MEMBER' })
    const { id } = await within((tenant) => createTask(tenant, { title: 'x' }))
    const changing = within((tenant) => updateTasks(tenant, [id], { assigneeId: stranger }))
    await expect(changing).rejects.toMatchObject({ code: 'ASSIGNEE_NOT_A_MEMBER' })
    const bySuperuser = db.owner`UPDATE task SET assignee_id = ${stranger} WHERE id = ${id}`
    await expect(bySuperuser).rejects.toMatchObject({ constraint_name: 'task_assignee_is_member' })
  })

  test('is cleared when they leave the organization, and the task stays', async () => {
    const { id } = await within((tenant) => createTask(tenant, { title: 'x', assigneeId: viewer }))
    await db.owner`DELETE FROM member WHERE user_id = ${viewer}`
    const [row] = await db.owner`SELECT assignee_id, organization_id FROM task WHERE id = ${id}`
    expect(row).toEqual({ assignee_id: null, organization_id: demoId('organization', 'acme') })
  })
})

const lockAndChange = (order: string[]) =>
  within(async (tenant) => {
    await lockTasks(tenant, order)
    return updateTasks(tenant, order, { title: 'changed' })
  })

test('two calls that lock the same tasks in opposite order both finish', async () => {
  const ids: string[] = []
  for (const title of ['a', 'b', 'c']) ids.push((await within((tenant) => createTask(tenant, { title }))).id)
  const rounds = Array.from({ length: 8 }, (_, round) => lockAndChange(round % 2 ? ids : ids.toReversed()))
  expect(await Promise.all(rounds)).toEqual(rounds.map(() => 3))
})
