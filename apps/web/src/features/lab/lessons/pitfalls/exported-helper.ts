import { demoId } from '@kit/db/demo/demo'

import { feature, unguarded, type Lesson } from '../lesson'

export const exportedHelper: Lesson = {
  slug: 'exported-helper',
  title: 'Exported helper functions',
  kind: 'pitfall',
  summary: 'In a “use server” file, every export is a public endpoint.',
  mistake:
    'A function used by an action is exported from the same file, for a test or for reuse. Now anyone can call it directly, without the action’s checks.',
  attack:
    'Find its action ID in the build and call it. Unguarded makes an editor the owner for a signed-out caller. In Gatehouse, no such helper is exported, so the attack has to call the action that changes roles.',
  fix: 'Action files export only actions built from a client, enforced by a lint rule and the audit. Helpers live in server-only packages.',
  ...unguarded('exported-helper', 'stepDownAction', 'setRole'),
  fixCode: [feature('members', 'actions', 'changeRoleAction')],
  endpoint: 'changeRoleAction',
  fires: 'session.no-cookie.1',
  rule: 'exports-built-by-client',
  challenge: {
    goal: 'Make editor@acme.test an owner, without signing in.',
    callers: ['signed-out', 'editor@acme.test'],
    targets: ['exported-helper/stepDownAction', 'exported-helper/setRole'],
    start: '[]',
    known: [{ label: 'The ID of editor@acme.test', value: demoId('user', 'editor@acme.test') }],
    hints: [
      'stepDownAction makes the caller a viewer. It uses a function from the same file, which is exported too.',
      'setRole takes two arguments: the ID of a user, and a role.',
      'Call setRole with a list of two: the ID of editor@acme.test, and "owner".',
    ],
    solved: ({ changes }) =>
      changes.some(({ after }) => after?.member === 'editor@acme.test' && after.role === 'owner'),
  },
  find: {
    right: [
      [
        'export async function setRole',
        'In a “use server” file, “export” makes the function an endpoint. It has no checks, because it was meant for the action above.',
      ],
    ],
    gap: {
      from: 'export async function setRole',
      to: 'await database()',
      why: 'It was meant for the action above, but anyone can call it.',
      what: 'A check of the caller',
    },
    others: [
      [
        'export async function stepDownAction',
        'This export is meant to be an endpoint, and its first line reads the session.',
      ],
      ['await setRole', 'The action calls the helper with the caller’s own ID. That is fine.'],
      ['Meant for', 'A comment doesn’t stop anyone.'],
    ],
  },
  fixes: {
    shows: ['chain', 'helper'],
    uses: [['clients', 'userClient']],
    rightful: { as: 'editor@acme.test', args: {} },
    attacks: [
      {
        label: 'a signed-out caller calls the helper',
        calls: [{ as: 'signed-out', args: [demoId('user', 'editor@acme.test'), 'owner'], of: 'helper' }],
      },
      {
        label: 'a viewer calls the helper',
        calls: [
          { as: 'viewer@acme.test', args: [demoId('user', 'viewer@acme.test'), 'owner'], of: 'helper' },
        ],
      },
    ],
    reasons: {
      A: 'A comment doesn’t make an export private.',
      B: 'The helper checks that someone is signed in, but not what they may do.',
      C: 'The helper isn’t exported, so it isn’t an endpoint.',
      D: 'The role is valid, but anyone can give it to anyone.',
    },
  },
}
