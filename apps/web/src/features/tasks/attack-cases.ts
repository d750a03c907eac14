import { versionOf } from '@kit/action-middleware/input/version'
import { taskPriorities } from '@kit/db/tasks/values'
import type { OrganizationSlug, Person } from '@kit/attacks/app/people'
import type { Arena } from '@kit/attacks/engine/arena'
import type { ForeignCase, Input, OwnershipCase } from '@kit/attacks/engine/row'

const NOBODY = '00000000-0000-4000-8000-000000000000'

interface TaskQuery {
  organization?: OrganizationSlug
  createdBy?: Person
  notCreatedBy?: Person
  assignee?: Person
  notAssignee?: Person
}

/** The ID of the first seeded task that matches. */
export function taskId(arena: Arena, { organization = 'acme', ...query }: TaskQuery): string {
  const is = (person: Person | undefined, value: unknown) =>
    person === undefined || arena.userId(person) === value
  const isNot = (person: Person | undefined, value: unknown) =>
    person === undefined || arena.userId(person) !== value
  const found = arena
    .rows('task')
    .filter((task) => task.organization_id === arena.organizationId(organization))
    .filter((task) => is(query.createdBy, task.created_by) && isNot(query.notCreatedBy, task.created_by))
    .find((task) => is(query.assignee, task.assignee_id) && isNot(query.notAssignee, task.assignee_id))
  if (!found) throw new Error(`The seed has no such task: ${JSON.stringify({ organization, ...query })}`)
  return String(found.id)
}

/** Created by the editor, assigned to someone else: only authorship gives access. */
export const editorsOwn = (arena: Arena) =>
  taskId(arena, { createdBy: 'editor@acme.test', notAssignee: 'editor@acme.test' })
export const assignedToEditor = (arena: Arena) =>
  taskId(arena, { notCreatedBy: 'editor@acme.test', assignee: 'editor@acme.test' })
const notTheEditors = (arena: Arena) =>
  taskId(arena, { notCreatedBy: 'editor@acme.test', notAssignee: 'editor@acme.test' })
const createdByBoth = (arena: Arena) => taskId(arena, { createdBy: 'both@gatehouse.test' })
const notOfBoth = (arena: Arena) =>
  taskId(arena, { notCreatedBy: 'both@gatehouse.test', notAssignee: 'both@gatehouse.test' })
export const ownersTask = (arena: Arena) => taskId(arena, { createdBy: 'owner@acme.test' })
const ofGlobex = (arena: Arena) => taskId(arena, { organization: 'globex' })

/** The version of the seeded values, in any organization. */
export function versionOfTask(arena: Arena, id: string): string {
  const row = arena.rows('task').find((task) => task.id === id) ?? {}
  const { title, description, status, assignee_id: assigneeId, due_date: dueDate } = row
  const priority = taskPriorities[Number(row.priority) - 1]
  return versionOf({ title, description, status, priority, assigneeId, dueDate })
}

export const titleOf = (arena: Arena, id: string) => String(arena.row('task', id).title)

export function oldestTask(arena: Arena): string {
  const acme = arena
    .rows('task')
    .filter(({ organization_id }) => organization_id === arena.organizationId('acme'))
  return String(acme.toSorted((a, b) => String(a.created_at).localeCompare(String(b.created_at)))[0]?.id)
}

/** A cursor to a deleted task with nothing after it. */
export function cursorOfNothing(arena: Arena): string {
  return [arena.organizationId('acme'), 'newest', 'after', '1999-01-01T00:00:00.000Z', NOBODY].join('_')
}

/** Every action on existing tasks applies the same ownership rule. */
export function refusedByOwnership(
  make: (ids: (arena: Arena) => string[]) => OwnershipCase['input'],
  several: boolean,
): OwnershipCase[] {
  return [
    {
      label: "an editor on someone else's task",
      as: 'editor@acme.test',
      input: make((arena) => [notTheEditors(arena)]),
    },
    {
      label: "both@ on someone else's task",
      as: 'both@gatehouse.test',
      input: make((arena) => [notOfBoth(arena)]),
    },
    ...(several
      ? [
          {
            label: "an editor on their own and someone else's task",
            as: 'editor@acme.test',
            input: make((arena) => [editorsOwn(arena), notTheEditors(arena)]),
          } as const,
        ]
      : []),
  ]
}

export function allowedByOwnership(
  make: (ids: (arena: Arena) => string[]) => OwnershipCase['input'],
): OwnershipCase[] {
  return [
    {
      label: 'an editor on a task assigned to them',
      as: 'editor@acme.test',
      input: make((arena) => [assignedToEditor(arena)]),
    },
    {
      label: 'both@ in Acme, where they are editor',
      as: 'both@gatehouse.test',
      input: make((arena) => [createdByBoth(arena)]),
    },
    {
      label: "an admin on someone else's task",
      as: 'admin@acme.test',
      input: make((arena) => [notTheEditors(arena)]),
    },
  ]
}

/** A member of another organization and an unknown user get the same response, or it would reveal who exists. */
export function foreignAssignees(make: (assigneeId: string) => (arena: Arena) => Input): ForeignCase[] {
  const refusal = 'CONFLICT'
  return [
    {
      label: "assigned to another organization's member",
      input: (arena) => make(arena.userId('owner@globex.test'))(arena),
      refusal,
    },
    { label: 'assigned to an unknown user', input: make(NOBODY), refusal },
  ]
}

export function foreignTasks(
  make: (ids: (arena: Arena) => string[]) => (arena: Arena) => Input,
): ForeignCase[] {
  const refusal = 'NOT_FOUND'
  return [
    { label: "the other organization's task", input: make((arena) => [ofGlobex(arena)]), refusal },
    {
      label: "the other organization's task and their own",
      input: make((arena) => [ofGlobex(arena), editorsOwn(arena)]),
      refusal,
    },
    { label: 'an unknown task', input: make(() => [NOBODY]), refusal },
  ]
}
