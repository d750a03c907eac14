import { demoId } from '@kit/db/demo/demo'

import { json } from '../../challenge/challenge'
import { feature, gate, unguarded, type Lesson } from '../lesson'

export const noAuthentication: Lesson = {
  slug: 'no-authentication',
  title: 'No authentication',
  kind: 'vulnerability',
  summary: 'Requiring sign-in on the page doesn’t protect the action.',
  mistake:
    'The page requires a session, but the action doesn’t. Each action is a public POST endpoint that responds on any URL of the app, signed in or not.',
  attack: 'Call the action without a cookie. Unguarded deletes a task for a signed-out caller.',
  fix: 'The client that builds an action decides who can call it. This one requires a valid session, read from the database on every call.',
  ...unguarded('no-authentication', 'deleteTaskAction'),
  fixCode: [
    gate('clients/authenticated-action-client', 'authenticatedActionClient'),
    feature('tasks', 'actions', 'deleteTasksAction'),
  ],
  endpoint: 'deleteTasksAction',
  fires: 'session.no-cookie.1',
  rule: 'exports-built-by-client',
  challenge: {
    goal: 'Delete a task without signing in.',
    callers: ['editor@acme.test', 'signed-out'],
    targets: ['no-authentication/deleteTaskAction'],
    start: json({ taskId: 'the ID of a task' }),
    known: [{ label: 'A task of Acme', value: demoId('task', 'acme 1') }],
    hints: [
      'The page asks you to sign in. The request doesn’t have to come from the page.',
      'Who you are is a cookie in the request. Without the cookie you are signed out.',
      'Choose “Signed out”, and set "taskId" to the ID of the task.',
    ],
    solved: ({ caller, changes }) =>
      caller === 'signed-out' && changes.some(({ table, after }) => table === 'task' && after === null),
  },
  find: {
    right: [
      [
        'export async function',
        'Anyone can get this far, and the first thing that happens is a delete. There is no session check before it.',
      ],
    ],
    others: [
      [
        '.delete(task)',
        'It deletes, as it should. The action has to know who is asking before it gets here.',
      ],
      ['.where(', 'The ID decides which task. Even a right ID says nothing about who sent it.'],
    ],
  },
  fixes: {
    shows: ['chain'],
    shared: ['schema'],
    uses: [
      ['clients', 'openClient', 'userClient', 'memberClient'],
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
  },
}
