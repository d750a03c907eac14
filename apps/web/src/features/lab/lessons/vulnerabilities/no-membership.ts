import { demoId } from '@kit/db/demo/demo'

import { json } from '../../challenge/challenge'
import { isOfAcme } from '../../challenge/evidence'
import { feature, gate, unguarded, type Lesson } from '../lesson'

export const noMembership: Lesson = {
  slug: 'no-membership',
  title: 'Authorization 2: membership',
  kind: 'vulnerability',
  summary: 'Naming an organization doesn’t make you a member of it.',
  mistake:
    'The call names an organization, and the query is limited to it. Nothing checks whether the caller is a member.',
  attack:
    'Sign in to Globex and name Acme in the call. Unguarded changes Acme’s task for a member of another organization.',
  fix: 'This client opens the organization’s data with one query that also proves membership. A missing organization and someone else’s get the same response, so the response doesn’t tell which ones exist.',
  ...unguarded('no-membership', 'completeTaskAction'),
  fixCode: [
    gate('clients/organization-action-client', 'organizationActionClient'),
    feature('tasks', 'actions', 'patchTasksAction'),
  ],
  endpoint: 'patchTasksAction',
  fires: 'tenant.the-other-organization-s-editor.1',
  rule: 'is-authorized',
  challenge: {
    goal: 'Complete a task of Acme, though you aren’t a member. The request names organizations in lowercase: “acme”, “globex”.',
    callers: ['editor@globex.test'],
    targets: ['no-membership/completeTaskAction'],
    start: json({ organization: 'globex', taskId: demoId('task', 'globex 1') }),
    known: [{ label: 'A task of Acme', value: demoId('task', 'acme 1') }],
    hints: [
      'The request names an organization. Who checks that you belong to it?',
      'Two values of the request belong to Globex: the organization and the task.',
      'Set "organization" to "acme" and "taskId" to the ID of Acme’s task.',
    ],
    solved: ({ caller, changes, rows }) =>
      caller === 'editor@globex.test' &&
      changes.some(
        ({ table, after }) => table === 'task' && after?.status === 'done' && isOfAcme(rows, after),
      ),
    missed: ({ changes, replies }) => {
      if (changes.length > 0) return 'This task is in Globex, where you are a member. Complete one of Acme’s.'
      return replies.every(({ status }) => status === 200)
        ? 'The action looks for the task in the organization that the request names. Name the one that the task is in.'
        : undefined
    },
  },
  find: {
    right: [
      [
        '.where(eq(organization.slug',
        'It finds the organization that the caller named. Nothing checks whether the caller belongs to it.',
      ],
    ],
    gap: {
      from: 'const [found]',
      to: 'await db',
      why: 'The caller named the organization.',
      what: 'A check that they’re a member of it',
    },
    others: [
      [
        'signedIn()',
        'It reads who is calling, which the check needs. The check also needs the organization, which is read below.',
      ],
      ['const db', 'It opens the database. Which rows are read and changed is decided below.'],
    ],
  },
  fixes: {
    shows: ['chain'],
    shared: ['schema'],
    uses: [
      ['clients', 'userClient', 'memberClient'],
      ['work', 'completeTask', 'exists'],
    ],
    rightful: {
      as: 'editor@globex.test',
      args: { organization: 'globex', taskId: demoId('task', 'globex 1') },
    },
    attacks: [
      {
        label: 'someone else names Acme',
        calls: [
          { as: 'editor@globex.test', args: { organization: 'acme', taskId: demoId('task', 'acme 1') } },
        ],
      },
      {
        label: 'someone else names Globex, with a task of Acme',
        calls: [
          { as: 'editor@globex.test', args: { organization: 'globex', taskId: demoId('task', 'acme 1') } },
        ],
      },
      {
        label: 'a signed-out caller',
        calls: [{ as: 'signed-out', args: { organization: 'acme', taskId: demoId('task', 'acme 1') } }],
      },
    ],
    reasons: {
      A: 'The organization exists, but nothing checks whether the caller is a member.',
      B: 'Membership is proved for one organization, but the task can be in another.',
      C: 'The caller is a member, and the task is looked up in the same organization.',
      D: 'Every signed-in user passes, with any task.',
    },
  },
}
