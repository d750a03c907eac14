import { demoOrganizations } from '@kit/db/demo/demo'
import { demoTaskRows } from '@kit/db/tasks/demo'
import { versionOf } from '@kit/action-middleware/input/version'
import type { Page } from '@kit/attacks/engine/page'
import { auditOf as auditOfTarget, organization } from '@kit/attacks/engine/organization-field'
import { decision, version } from '@kit/attacks/engine/version-fields'
import { namedRows, type Field, type Input, type MatrixOf } from '@kit/attacks/engine/row'
import {
  allowedByOwnership,
  assignedToEditor,
  cursorOfNothing,
  editorsOwn,
  foreignAssignees,
  foreignTasks,
  refusedByOwnership,
  oldestTask,
  ownersTask,
  titleOf,
  versionOfTask,
} from './attack-cases'
import type { ExpectedChange } from '@kit/attacks/state/expectation'
import type { Person } from '@kit/attacks/app/people'
import type { Arena } from '@kit/attacks/engine/arena'
import type * as actions from '@/features/tasks/actions'

const contentFields: readonly Field[] = [
  organization,
  { path: 'title', kind: 'text', required: true, longest: 200, free: true },
  { path: 'description', kind: 'text', required: true, longest: 5000, free: true, mayBeEmpty: true },
  { path: 'status', kind: 'choice', required: true },
  { path: 'priority', kind: 'choice', required: true },
  { path: 'assigneeId', kind: 'uuid', required: true },
  { path: 'dueDate', kind: 'day', required: true },
]

const taskIds: Field = { path: 'taskIds', kind: 'list', required: true, longest: 100 }

const mayWrite = { owner: true, admin: true, editor: true, viewer: false } as const

const content = (arena: Arena): Input => ({
  organization: 'acme',
  title: 'Walk the fence & mend it',
  description: 'From the north gate; "slowly".',
  status: 'in_review',
  priority: 'urgent',
  assigneeId: arena.userId('viewer@acme.test'),
  dueDate: '2031-02-28',
})

const storedContent = (arena: Arena, input: Input) => ({
  organization_id: arena.organizationId('acme'),
  title: input.title,
  description: input.description,
  status: 'in_review',
  priority: 4,
  assignee_id: arena.userId('viewer@acme.test'),
  due_date: '2031-02-28',
})

const auditOf = (arena: Arena, action: string, rows: number, by?: Person): ExpectedChange =>
  auditOfTarget(arena, { action, target: 'task', rows, by })

/** The columns that differ from the seed. */
function contentUpdate(arena: Arena, input: Input, by?: Person): ExpectedChange[] {
  const stored = storedContent(arena, input)
  const before = arena.row('task', String(input.taskId))
  const columns = Object.entries(stored).flatMap(([column, value]) =>
    before[column] === value ? [] : [column],
  )
  return [
    {
      table: 'task',
      kind: 'update',
      rows: 1,
      columns: [...columns, 'updated_at'],
      values: { id: input.taskId, ...stored },
    },
    auditOf(arena, 'tasks.update', 1, by),
  ]
}

const idsOf = (input: Input): string[] => (Array.isArray(input.taskIds) ? input.taskIds.map(String) : [])

function patchUpdate(arena: Arena, input: Input, by?: Person): ExpectedChange[] {
  const ids = idsOf(input)
  const updates = ids.map((id): ExpectedChange => {
    const { due_date: before } = arena.row('task', id)
    const columns = before === PATCHED_DAY ? ['updated_at'] : ['due_date', 'updated_at']
    return { table: 'task', kind: 'update', rows: 1, columns, values: { id, due_date: PATCHED_DAY } }
  })
  return [...updates, auditOf(arena, 'tasks.patch', ids.length, by)]
}

const PATCHED_DAY = '2032-03-31'
const patch = (ids: (arena: Arena) => string[]) => (arena: Arena) => ({
  organization: 'acme',
  taskIds: ids(arena),
  patch: { dueDate: PATCHED_DAY },
  version: versionOfDays(arena, ids(arena)),
})

function versionOfDays(arena: Arena, ids: readonly string[]): string {
  const days = new Map(arena.rows('task').map(({ id, due_date }) => [id, due_date]))
  return versionOf({ dueDate: ids.toSorted().map((id) => days.get(id)) })
}

const remove = (ids: (arena: Arena) => string[]) => (arena: Arena) => ({
  organization: 'acme',
  taskIds: ids(arena),
})
const update = (id: (arena: Arena) => string) => (arena: Arena) => ({
  ...content(arena),
  taskId: id(arena),
  version: versionOfTask(arena, id(arena)),
})

const one = (ids: (arena: Arena) => string[]) => update((arena) => ids(arena)[0] ?? '')

const matrix: MatrixOf<typeof actions> = {
  createTaskAction: {
    kind: 'organization',
    impersonation: 'write',
    limits: ['default.user', 'tasks.create'],
    encoding: 'form',
    stateful: true,
    submits: true,
    page: () => '/acme/tasks/new',
    as: 'editor@acme.test',
    mayCall: mayWrite,
    needs: { task: ['create'] },
    input: content,
    fields: contentFields,
    changes: (arena, input, by) => [
      {
        table: 'task',
        kind: 'insert',
        rows: 1,
        // The caller is the creator, whatever the input says.
        values: { ...storedContent(arena, input), ...(by && { created_by: arena.userId(by) }) },
      },
      auditOf(arena, 'tasks.create', 1, by),
    ],
    answer: 'data',
    refusals: ['NOT_FOUND'],
    refusedByOwnership: [],
    allowedByOwnership: [],
    foreignIds: foreignAssignees((assigneeId) => (arena) => ({ ...content(arena), assigneeId })),
  },
  updateTaskAction: {
    kind: 'organization',
    impersonation: 'write',
    limits: ['default.user'],
    encoding: 'form',
    stateful: true,
    page: (arena) => `/acme/tasks/${editorsOwn(arena)}`,
    as: 'editor@acme.test',
    mayCall: mayWrite,
    needs: { task: ['update'] },
    input: update(editorsOwn),
    fields: [...contentFields, { path: 'taskId', kind: 'uuid', required: true }, version, decision],
    changes: contentUpdate,
    answer: 'data',
    refusals: ['NOT_FOUND'],
    edits: 'title',
    refusedByOwnership: refusedByOwnership(one, false),
    allowedByOwnership: allowedByOwnership(one),
    foreignIds: [
      ...foreignTasks(one),
      ...foreignAssignees((assigneeId) => (arena) => ({ ...update(editorsOwn)(arena), assigneeId })),
    ],
  },
  patchTasksAction: {
    kind: 'organization',
    impersonation: 'write',
    limits: ['default.user'],
    encoding: 'json',
    stateful: false,
    page: () => '/acme/tasks',
    as: 'editor@acme.test',
    mayCall: mayWrite,
    needs: { task: ['update'] },
    input: patch((arena) => [editorsOwn(arena), assignedToEditor(arena)]),
    fields: [
      organization,
      taskIds,
      { path: 'patch', kind: 'object', required: true },
      { path: 'patch.status', kind: 'choice', required: false },
      { path: 'patch.priority', kind: 'choice', required: false },
      { path: 'patch.assigneeId', kind: 'uuid', required: false, nullable: true },
      { path: 'patch.dueDate', kind: 'day', required: false, nullable: true },
      version,
    ],
    changes: patchUpdate,
    answer: 'data',
    refusals: ['NOT_FOUND'],
    edits: 'dueDate',
    refusedByOwnership: refusedByOwnership(patch, true),
    allowedByOwnership: allowedByOwnership(patch),
    foreignIds: [
      ...foreignTasks(patch),
      ...foreignAssignees((assigneeId) => (arena) => ({
        ...patch((all) => [editorsOwn(all)])(arena),
        patch: { assigneeId },
        version: versionOf({ assigneeId: [arena.row('task', editorsOwn(arena)).assignee_id] }),
      })),
    ],
  },
  deleteTasksAction: {
    kind: 'organization',
    impersonation: 'write',
    limits: ['default.user'],
    encoding: 'json',
    stateful: false,
    page: () => '/acme/tasks',
    as: 'editor@acme.test',
    mayCall: mayWrite,
    needs: { task: ['delete'] },
    input: remove((arena) => [editorsOwn(arena), assignedToEditor(arena)]),
    fields: [organization, taskIds],
    changes: (arena, input, by) => [
      ...idsOf(input).map((id): ExpectedChange => ({
        table: 'task',
        kind: 'delete',
        rows: 1,
        values: { id },
      })),
      auditOf(arena, 'tasks.delete', idsOf(input).length, by),
    ],
    answer: 'data',
    refusals: ['NOT_FOUND'],
    once: true,
    refusedByOwnership: refusedByOwnership(remove, true),
    allowedByOwnership: allowedByOwnership(remove),
    foreignIds: foreignTasks(remove),
  },
  searchAssigneesAction: {
    kind: 'organization',
    impersonation: 'read',
    limits: ['default.user', 'tasks.searchAssignees'],
    encoding: 'json',
    stateful: false,
    page: () => '/acme/tasks',
    as: 'viewer@acme.test',
    mayCall: { owner: true, admin: true, editor: true, viewer: true },
    needs: { task: ['read'] },
    input: () => ({ organization: 'acme', search: 'owner' }),
    fields: [organization, { path: 'search', kind: 'text', required: true, longest: 200, free: true }],
    changes: () => [],
    answer: 'data',
    refusals: ['NOT_FOUND'],
    refusedByOwnership: [],
    allowedByOwnership: [],
    foreignIds: [],
  },
}

export const attacks = namedRows('src/features/tasks/actions.ts', matrix)

export const pages: readonly Page[] = [
  {
    name: 'tasks of an organization',
    path: () => '/acme/tasks?sort=oldest',
    reader: 'editor@acme.test',
    shows: (arena) => titleOf(arena, oldestTask(arena)),
    stranger: 404,
  },
  {
    name: 'empty task list',
    path: () => '/acme/tasks?search=nothing-has-this',
    reader: 'editor@acme.test',
    shows: () => 'No matching tasks',
    stranger: 404,
  },
  {
    name: 'task list after a deleted cursor',
    path: (arena) => `/acme/tasks?cursor=${cursorOfNothing(arena)}`,
    reader: 'owner@acme.test',
    shows: () => 'Select all tasks on this page',
    stranger: 404,
  },
  {
    name: 'task page',
    path: (arena) => `/acme/tasks/${ownersTask(arena)}`,
    reader: 'editor@acme.test',
    shows: (arena) => titleOf(arena, ownersTask(arena)),
    stranger: 404,
  },
  {
    name: 'task form',
    path: () => '/acme/tasks/new',
    reader: 'editor@acme.test',
    shows: () => 'Acme Viewer',
    stranger: 404,
  },
]

export const demoRows = () => ({
  task: demoOrganizations.flatMap((organization) => demoTaskRows(organization, new Date())),
})
