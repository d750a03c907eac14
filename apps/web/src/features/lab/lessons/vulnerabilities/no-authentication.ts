import { demoId } from '@kit/db/demo/demo'

import { json } from '../../challenge/challenge'
import { feature, gate, unguarded, type Lesson } from '../lesson'

/** A task of Acme's owner. */
const args = { taskId: demoId('task', 'acme 2') }

const fromPage = { Referer: 'http://127.0.0.1/no-authentication' }

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
    missed: ({ caller, changes }) =>
      caller !== 'signed-out' && changes.length > 0
        ? `The task was deleted by ${caller}. Send the request signed out.`
        : undefined,
  },
  find: {
    right: [],
    gap: {
      from: 'export async function',
      to: 'await database()',
      why: 'Anyone can call it, and it deletes any task.',
      what: 'A session check',
    },
    others: [],
  },
  fixes: {
    shows: ['chain'],
    shared: ['schema'],
    uses: [
      ['clients', 'openClient', 'userClient'],
      ['origins', 'withReferer'],
      ['checks', 'withSessionCookie'],
      ['work', 'removeTask', 'removeTaskOf'],
    ],
    rightful: {
      as: 'editor@acme.test',
      args: { taskId: demoId('task', 'acme 4') },
      headers: fromPage,
    },
    attacks: [
      {
        label: 'a signed-out caller',
        calls: [{ as: 'signed-out', args }],
      },
      {
        label: 'a signed-out caller, with a made-up Referer header',
        calls: [{ as: 'signed-out', args, headers: fromPage }],
      },
      {
        label: 'a signed-out caller, with a made-up cookie',
        calls: [{ as: 'signed-out', args, headers: { Cookie: 'gatehouse.session_token=made-up' } }],
      },
    ],
    reasons: {
      A: 'The caller writes the Referer header, so it proves nothing.',
      B: 'The cookie is there, but nothing checks its value.',
      C: 'userClient reads the session from the database before anything else runs.',
      D: 'A valid ID doesn’t say who sent it.',
    },
  },
}
