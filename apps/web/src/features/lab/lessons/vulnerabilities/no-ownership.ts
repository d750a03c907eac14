import { demoId } from '@kit/db/demo/demo'

import { json } from '../../challenge/challenge'
import { feature, unguarded, type Lesson } from '../lesson'

export const noOwnership: Lesson = {
  slug: 'no-ownership',
  title: 'Authorization 1: ownership',
  kind: 'vulnerability',
  summary: 'Being signed in doesn’t mean you own the data.',
  mistake:
    'Authentication says who you are. Authorization says what you may do, and its first question is whose row it is. This action knows who is calling, but deletes any task whose ID it gets.',
  attack:
    'Sign in as an editor and send the ID of someone else’s task. Unguarded deletes it. In Gatehouse, editors can delete only tasks they created or are assigned to.',
  fix: 'The rule is part of the chain, the list of checks in an action’s definition. It loads and locks the tasks, and checks that the member can change each one.',
  ...unguarded('no-ownership', 'deleteTaskAction'),
  fixCode: [
    feature('tasks', 'actions', 'withOwnTasks', 'deleteTasksAction'),
    feature('tasks', 'rules', 'canModifyTask'),
    { file: 'packages/auth/src/permissions/own-rows.ts', names: ['canModifyOwn'] },
  ],
  endpoint: 'deleteTasksAction',
  fires: 'role.an-editor-on-someone-else-s-task.1',
  rule: 'is-authorized',
  challenge: {
    goal: 'As an editor, delete a task that the owner created.',
    callers: ['editor@acme.test'],
    targets: ['no-ownership/deleteTaskAction'],
    start: json({ taskId: demoId('task', 'acme 4') }),
    known: [
      { label: 'A task that the editor created', value: demoId('task', 'acme 4') },
      { label: 'A task that the owner created', value: demoId('task', 'acme 2') },
    ],
    hints: [
      'As it is, the request deletes the editor’s own task. What says whose task it is?',
      'Only the ID says which task to delete.',
      'Set "taskId" to the ID of the owner’s task.',
    ],
    solved: ({ caller, changes }) =>
      caller === 'editor@acme.test' &&
      changes.some(({ after, before }) => after === null && before?.creator === 'owner@acme.test'),
    missed: ({ changes }) =>
      changes.some(({ before }) => before?.creator === 'editor@acme.test')
        ? 'The editor deleted their own task. Delete one that the owner created.'
        : undefined,
  },
  find: {
    right: [
      [
        '.where(',
        'The ID alone decides which task is deleted. Nothing compares its creator with the caller.',
      ],
    ],
    gap: {
      from: 'signedIn()',
      to: 'await database()',
      why: 'Every signed-in user gets this far.',
      what: 'A check of who created the task',
    },
    others: [],
  },
  fixes: {
    shows: ['chain'],
    shared: ['schema'],
    uses: [
      ['clients', 'userClient', 'memberClient'],
      ['checks', 'withPermission', 'withOwnTask'],
    ],
    rightful: { as: 'editor@acme.test', args: { organization: 'acme', taskId: demoId('task', 'acme 4') } },
    attacks: [
      {
        label: 'a signed-out caller',
        calls: [{ as: 'signed-out', args: { organization: 'acme', taskId: demoId('task', 'acme 2') } }],
      },
      {
        label: 'an editor of another organization',
        calls: [
          { as: 'editor@globex.test', args: { organization: 'acme', taskId: demoId('task', 'acme 2') } },
        ],
      },
      {
        label: 'a viewer, on someone else’s task',
        calls: [{ as: 'viewer@acme.test', args: { organization: 'acme', taskId: demoId('task', 'acme 3') } }],
      },
      {
        label: 'an editor, on someone else’s task',
        calls: [{ as: 'editor@acme.test', args: { organization: 'acme', taskId: demoId('task', 'acme 2') } }],
      },
    ],
    reasons: {
      A: 'Every member of the organization passes, even viewers.',
      B: 'The permission says that editors may delete tasks, but not whose.',
      C: 'Every signed-in user passes.',
      D: 'withOwnTask compares the task with the caller. Refusals have status 200 too, because the action returns them.',
    },
  },
}
