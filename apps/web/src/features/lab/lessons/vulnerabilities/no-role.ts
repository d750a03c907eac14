import { demoId } from '@kit/db/demo/demo'

import { json } from '../../challenge/challenge'
import { feature, unguarded, type Lesson } from '../lesson'

export const noRole: Lesson = {
  slug: 'no-role',
  title: 'Authorization 3: role',
  kind: 'vulnerability',
  summary: 'A member must not be able to rise above their own role.',
  mistake:
    'The action checks that the caller is a member, then gives any member any role. It never compares the caller’s role with the one they give.',
  attack: 'Sign in as an admin and make yourself the owner. Unguarded allows it.',
  fix: 'Roles have an order: owner, admin, editor, viewer. You can change only members below you, and give only roles below yours.',
  ...unguarded('no-role', 'changeRoleAction'),
  fixCode: [feature('members', 'actions', 'withRoleChange', 'changeRoleAction')],
  endpoint: 'changeRoleAction',
  fires: 'role.an-admin-makes-themselves-owner.1',
  rule: 'is-authorized',
  challenge: {
    goal: 'As an admin, become the owner of Acme.',
    callers: ['admin@acme.test', 'editor@acme.test', 'viewer@acme.test'],
    targets: ['no-role/changeRoleAction'],
    start: json({
      organization: 'acme',
      memberId: demoId('member', 'acme viewer@acme.test'),
      role: 'editor',
    }),
    known: [
      { label: 'The viewer’s member ID', value: demoId('member', 'acme viewer@acme.test') },
      { label: 'The admin’s member ID', value: demoId('member', 'acme admin@acme.test') },
    ],
    hints: [
      'The request makes the viewer an editor, which an admin may do. Which values could be others?',
      'Nothing says that the member has to be someone else, or the role a lower one.',
      'Set "memberId" to the admin’s own member ID and "role" to "owner".',
    ],
    solved: ({ changes }) =>
      changes.some(({ after }) => after?.member === 'admin@acme.test' && after.role === 'owner'),
    missed: ({ changes, replies }) => {
      const member = changes.at(0)?.after?.member
      if (member === 'admin@acme.test') return 'The admin’s role changed, but they aren’t the owner yet.'
      if (member != null) return `This changed the role of ${member}. Change the admin’s own role.`
      return replies.every(({ status }) => status === 200)
        ? 'Either this member already has this role, or Acme has no such member.'
        : undefined
    },
  },
  find: {
    right: [
      [
        '.set({ role:',
        'The role comes from the call and is stored as it is. Nothing compares it with the caller’s own role.',
      ],
      [
        'member.id',
        'It changes any member of this organization. Nothing compares that member’s role with the caller’s.',
      ],
    ],
    gap: {
      from: 'memberOf',
      to: 'await database()',
      why: 'Every member gets this far, whatever role they give.',
      what: 'A comparison with the caller’s own role',
    },
    others: [],
  },
  fixes: {
    shows: ['chain'],
    shared: ['schema'],
    uses: [
      ['clients', 'memberClient'],
      ['checks', 'withPermission', 'withMemberBelow', 'withRoleBelow'],
    ],
    rightful: {
      as: 'admin@acme.test',
      args: { organization: 'acme', memberId: demoId('member', 'acme viewer@acme.test'), role: 'editor' },
    },
    attacks: [
      {
        label: 'an admin makes themselves the owner',
        calls: [
          {
            as: 'admin@acme.test',
            args: { organization: 'acme', memberId: demoId('member', 'acme admin@acme.test'), role: 'owner' },
          },
        ],
      },
      {
        label: 'an admin makes a viewer an owner',
        calls: [
          {
            as: 'admin@acme.test',
            args: {
              organization: 'acme',
              memberId: demoId('member', 'acme viewer@acme.test'),
              role: 'owner',
            },
          },
        ],
      },
      {
        label: 'an admin demotes another admin',
        calls: [
          {
            as: 'owner@acme.test',
            args: {
              organization: 'acme',
              memberId: demoId('member', 'acme editor@acme.test'),
              role: 'admin',
            },
          },
          {
            as: 'admin@acme.test',
            args: {
              organization: 'acme',
              memberId: demoId('member', 'acme editor@acme.test'),
              role: 'viewer',
            },
          },
        ],
        breached: ({ changes }) => changes.some(({ after }) => after?.role === 'viewer'),
      },
      {
        label: 'an editor makes a viewer an editor',
        calls: [
          {
            as: 'editor@acme.test',
            args: {
              organization: 'acme',
              memberId: demoId('member', 'acme viewer@acme.test'),
              role: 'editor',
            },
          },
        ],
      },
    ],
    reasons: {
      A: 'Both the member and the new role have to be below the caller’s role.',
      B: 'Nothing compares the new role with the caller’s.',
      C: 'Nothing compares the member with the caller, so an admin can demote another admin.',
      D: 'The permission says that admins may change roles, but not which.',
    },
  },
}
