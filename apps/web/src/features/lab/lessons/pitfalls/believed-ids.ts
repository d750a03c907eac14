import { demoId } from '@kit/db/demo/demo'

import { json } from '../../challenge/challenge'
import { feature, unguarded, type Lesson } from '../lesson'

export const believedIds: Lesson = {
  slug: 'believed-ids',
  title: 'Trusting IDs from the client',
  kind: 'pitfall',
  summary: 'The client can’t decide who you are or which organization you’re in.',
  mistake: 'The form has fields for the organization and the creator, and the action trusts them.',
  attack:
    'Send other IDs. Unguarded adds a task to an organization the caller isn’t a member of, in the owner’s name.',
  fix: 'The creator comes from the session. The organization comes from a membership, checked in the query that opens its data. Below that, the database itself hides every other organization’s rows (row-level security): rules in PostgreSQL decide which rows a query can see.',
  ...unguarded('believed-ids', 'createTaskAction'),
  fixCode: [
    feature('tasks', 'actions', 'createTaskAction'),
    { file: 'packages/db/src/tasks/tasks.ts', names: ['createTask'] },
  ],
  endpoint: 'createTaskAction',
  fires: 'tenant.a-user-without-an-organization.1',
  rule: 'is-authorized',
  challenge: {
    goal: 'Create a task in Acme that looks as if owner@acme.test had created it.',
    callers: ['nomad@gatehouse.test'],
    targets: ['believed-ids/createTaskAction'],
    start: json({ title: 'Pay this invoice', organizationId: '', createdBy: '' }),
    known: [
      { label: 'Acme’s ID', value: demoId('organization', 'acme') },
      { label: 'The ID of owner@acme.test', value: demoId('user', 'owner@acme.test') },
      { label: 'Your own ID', value: demoId('user', 'nomad@gatehouse.test') },
    ],
    hints: [
      'The server knows who you are from your cookie. Does this action use it?',
      'Both IDs come from the request, so they can be anyone’s.',
      'Set "organizationId" to Acme’s ID and "createdBy" to the ID of owner@acme.test.',
    ],
    solved: ({ changes }) =>
      changes.some(
        ({ before, after }) =>
          before === null && after?.organization === 'acme' && after.creator === 'owner@acme.test',
      ),
  },
  find: {
    right: [
      [
        'organizationId:',
        'The organization comes from the call, so it can be anyone’s. The next line trusts the call in the same way.',
      ],
      [
        'createdBy:',
        'The creator comes from the call, so the task can be in anyone’s name. The line before trusts the call in the same way.',
      ],
    ],
    gap: {
      from: 'signedIn()',
      to: 'await database()',
      why: 'The organization and the creator come from the call.',
      what: 'A comparison of both with the caller',
    },
    others: [],
  },
  fixes: {
    shows: ['chain'],
    shared: ['ids'],
    uses: [
      ['clients', 'userClient', 'memberClient'],
      ['checks', 'withPermission'],
    ],
    rightful: {
      as: 'editor@acme.test',
      args: {
        organization: 'acme',
        title: 'Fixed?',
        organizationId: demoId('organization', 'acme'),
        createdBy: demoId('user', 'editor@acme.test'),
      },
    },
    attacks: [
      {
        label: 'an editor, in the owner’s name',
        calls: [
          {
            as: 'editor@acme.test',
            args: {
              organization: 'acme',
              title: 'Fixed?',
              organizationId: demoId('organization', 'acme'),
              createdBy: demoId('user', 'owner@acme.test'),
            },
          },
        ],
        breached: ({ changes }) => changes.some(({ after }) => after?.creator === 'owner@acme.test'),
      },
      {
        label: 'an editor of Globex who adds a task to Acme',
        calls: [
          {
            as: 'editor@globex.test',
            args: {
              organization: 'globex',
              title: 'Fixed?',
              organizationId: demoId('organization', 'acme'),
              createdBy: demoId('user', 'editor@globex.test'),
            },
          },
        ],
        breached: ({ changes }) => changes.some(({ after }) => after?.organization === 'acme'),
      },
    ],
    reasons: {
      A: 'Both IDs come from the input.',
      B: 'The organization is proved, but createdBy still comes from the input.',
      C: 'Both IDs come from the membership, which the server looked up.',
      D: 'The creator is the caller, but the organization still comes from the input.',
    },
  },
}
