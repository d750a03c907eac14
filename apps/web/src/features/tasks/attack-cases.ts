import type { Arena } from '@kit/attacks/engine/arena'
import type { ForeignCase, Input, OwnershipCase } from '@kit/attacks/engine/row'

/** Created by the editor and done by somebody else, so that authorship alone has to count. */
export const editorsOwn = (arena: Arena) =>
  arena.taskId({ organization: 'acme', createdBy: 'editor@acme.test', notAssignee: 'editor@acme.test' })
export const assignedToEditor = (arena: Arena) =>
  arena.taskId({ organization: 'acme', notCreatedBy: 'editor@acme.test', assignee: 'editor@acme.test' })
const notTheEditors = (arena: Arena) =>
  arena.taskId({ organization: 'acme', notCreatedBy: 'editor@acme.test', notAssignee: 'editor@acme.test' })
const createdByBoth = (arena: Arena) =>
  arena.taskId({ organization: 'acme', createdBy: 'both@gatehouse.test' })
const notOfBoth = (arena: Arena) =>
  arena.taskId({
    organization: 'acme',
    notCreatedBy: 'both@gatehouse.test',
    notAssignee: 'both@gatehouse.test',
  })
const ofGlobex = (arena: Arena) => arena.taskId({ organization: 'globex' })

/** The same ownership rule stands behind each action on tasks that exist. */
export function notTheirs(
  make: (ids: (arena: Arena) => string[]) => OwnershipCase['input'],
  several: boolean,
): OwnershipCase[] {
  return [
    {
      label: "an editor on another's task",
      as: 'editor@acme.test',
      input: make((arena) => [notTheEditors(arena)]),
    },
    {
      label: "both@ on another's task",
      as: 'both@gatehouse.test',
      input: make((arena) => [notOfBoth(arena)]),
    },
    ...(several
      ? [
          {
            label: "an editor on one's own and another's",
            as: 'editor@acme.test',
            input: make((arena) => [editorsOwn(arena), notTheEditors(arena)]),
          } as const,
        ]
      : []),
  ]
}

export function alsoTheirs(
  make: (ids: (arena: Arena) => string[]) => OwnershipCase['input'],
): OwnershipCase[] {
  return [
    {
      label: 'an editor on what is assigned to them',
      as: 'editor@acme.test',
      input: make((arena) => [assignedToEditor(arena)]),
    },
    {
      label: 'both@ in Acme, where they are editor',
      as: 'both@gatehouse.test',
      input: make((arena) => [createdByBoth(arena)]),
    },
    {
      label: "an admin on another's task",
      as: 'admin@acme.test',
      input: make((arena) => [notTheEditors(arena)]),
    },
  ]
}

/** Somebody of the other organization and nobody at all are refused alike, or the reply would tell who exists. */
export function foreignAssignees(make: (assigneeId: string) => (arena: Arena) => Input): ForeignCase[] {
  const refusal = 'CONFLICT'
  return [
    {
      label: "assigned to the other organization's member",
      input: (arena) => make(arena.userId('owner@globex.test'))(arena),
      refusal,
    },
    { label: 'assigned to nobody who is', input: make(NOBODY), refusal },
  ]
}

export function foreignTasks(
  make: (ids: (arena: Arena) => string[]) => (arena: Arena) => Input,
): ForeignCase[] {
  const refusal = 'NOT_FOUND'
  return [
    { label: "the other's task", input: make((arena) => [ofGlobex(arena)]), refusal },
    {
      label: "the other's task and one's own",
      input: make((arena) => [ofGlobex(arena), editorsOwn(arena)]),
      refusal,
    },
    { label: 'a task that is not', input: make(() => [NOBODY]), refusal },
  ]
}

const NOBODY = '00000000-0000-4000-8000-000000000000'
