import { json } from '../../challenge/challenge'
import { feature, gate, unguarded, type Lesson } from '../lesson'

export const noPermission: Lesson = {
  slug: 'no-permission',
  title: 'Authorization 4: permission',
  kind: 'vulnerability',
  summary: 'Not every member can do everything.',
  mistake:
    'The action checks membership and creates the task. But a viewer is a member too, and viewers can only read.',
  attack: 'Sign in as a viewer and call the action. Unguarded creates the task.',
  fix: 'The definition names the permission: task.create. One table says which role has which permission, and the page uses the same table to hide the button.',
  ...unguarded('no-permission', 'createTaskAction'),
  fixCode: [
    feature('tasks', 'actions', 'createTaskAction'),
    gate('middleware/with-feature-permission', 'withFeaturePermission'),
  ],
  endpoint: 'createTaskAction',
  fires: 'role.as-viewer.1',
  rule: 'is-authorized',
  challenge: {
    goal: 'Create a task as a viewer, who may only read.',
    callers: ['editor@acme.test', 'viewer@acme.test'],
    targets: ['no-permission/createTaskAction'],
    start: json({ organization: 'acme', title: 'Hello' }),
    hints: [
      'A viewer sees no button for it. The button isn’t part of the request.',
      'The action checks that you’re a member. A viewer is one.',
      'Choose viewer@acme.test and send the request as it is.',
    ],
    solved: ({ changes }) =>
      changes.some(({ before, after }) => before === null && after?.creator === 'viewer@acme.test'),
    missed: ({ caller, changes }) =>
      changes.length > 0 ? `The task was created by ${caller}, who may do so. Choose the viewer.` : undefined,
  },
  find: {
    right: [],
    gap: {
      from: 'memberOf',
      to: 'await database()',
      why: 'Every member gets this far, and a viewer is one.',
      what: 'A check of the permission to create tasks',
    },
    others: [],
  },
  fixes: {
    shows: ['chain'],
    shared: ['schema'],
    uses: [
      ['clients', 'memberClient'],
      ['checks', 'withPermission'],
      ['origins', 'withReferer'],
      ['work', 'addTaskAs'],
    ],
    rightful: {
      as: 'editor@acme.test',
      args: { organization: 'acme', title: 'Fixed?' },
      headers: { Referer: 'http://127.0.0.1/acme/tasks/new' },
    },
    attacks: [
      {
        label: 'a viewer',
        calls: [{ as: 'viewer@acme.test', args: { organization: 'acme', title: 'Fixed?' } }],
      },
      {
        label: 'a viewer, with a made-up Referer header',
        calls: [
          {
            as: 'viewer@acme.test',
            args: { organization: 'acme', title: 'Fixed?' },
            headers: { Referer: 'http://127.0.0.1/acme/tasks/new' },
          },
        ],
      },
      {
        label: 'a member of Globex, with the same header',
        calls: [
          {
            as: 'editor@globex.test',
            args: { organization: 'acme', title: 'Fixed?' },
            headers: { Referer: 'http://127.0.0.1/acme/tasks/new' },
          },
        ],
      },
    ],
    reasons: {
      A: 'The caller writes the Referer header, so it proves nothing.',
      B: 'It checks a permission to read, and the action creates.',
      C: 'A viewer is a member too.',
      D: 'The chain checks the permission for what the action does.',
    },
  },
}
