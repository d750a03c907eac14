import { demoId, demoPassword } from '@kit/db/demo/demo'

import type { RawReply } from '../firing/reply'
import type { Step } from './closure'

/** The attack on the control group for one mistake. The suite also checks its database. */
export interface ControlAttack {
  exportName: string
  /** The demo person. Signed out if undefined. */
  as?: string
  /** Calls in order: a form, or any arguments. */
  calls: readonly (
    | { form: Readonly<Record<string, string>> }
    | { args: string }
    | { formOf: Readonly<Record<string, string>> }
  )[]
  headers?: Readonly<Record<string, string>>
  /** Whether the attack succeeded, judged by the last reply. If not given, it succeeded if it changed a row. */
  succeeded?: (reply: RawReply) => boolean
  /** Returns the evidence to show from the replies. */
  evidence?: (replies: readonly RawReply[]) => Step[]
  /** Text for a successful attack. */
  text: string
}

const guessed = ({ headers }: RawReply, index: number) =>
  `${index + 1}  ${headers['set-cookie'] === undefined ? 'rejected' : 'accepted: signed in'}`

const guesses = [
  '',
  'password',
  '123456',
  'letmein',
  'qwerty',
  'dragon',
  'monkey',
  'hunter2',
  'abc123',
  'secret',
]

/** By the mistake's folder. They don't depend on each other's data. */
export const controlAttacks: Readonly<Record<string, ControlAttack>> = {
  'no-validation': {
    exportName: 'updateImageAction',
    as: 'nomad@gatehouse.test',
    calls: [{ form: { image: 'x'.repeat(100_000) } }],
    text: 'It stored 100,000 characters as an image URL.',
  },
  'no-authentication': {
    exportName: 'deleteTaskAction',
    calls: [{ form: { taskId: demoId('task', 'acme 1') } }],
    text: 'It deleted a task for a signed-out caller.',
  },
  'no-ownership': {
    exportName: 'deleteTaskAction',
    as: 'editor@acme.test',
    calls: [{ form: { taskId: demoId('task', 'acme 2') } }],
    text: 'It deleted a task for an editor who neither created it nor is assigned to it.',
  },
  'no-membership': {
    exportName: 'completeTaskAction',
    as: 'editor@globex.test',
    calls: [{ form: { organization: 'acme', taskId: demoId('task', 'acme 1') } }],
    text: 'It changed an Acme task for a member of Globex.',
  },
  'no-role': {
    exportName: 'changeRoleAction',
    as: 'admin@acme.test',
    calls: [
      {
        form: {
          organization: 'acme',
          memberId: demoId('member', 'acme admin@acme.test'),
          role: 'owner',
        },
      },
    ],
    text: 'It let an admin of Acme become its owner.',
  },
  'no-permission': {
    exportName: 'createTaskAction',
    as: 'viewer@acme.test',
    calls: [{ form: { organization: 'acme', title: 'Written by a viewer' } }],
    text: 'It created a task for a viewer, who may only read.',
  },
  'page-only': {
    exportName: 'renameOrganizationAction',
    as: 'editor@acme.test',
    // By script, because this person can't open the form's page.
    calls: [{ formOf: { organization: 'acme', name: 'Taken over' } }],
    text: 'It renamed Acme for a user who can’t see the form.',
  },
  'believed-ids': {
    exportName: 'createTaskAction',
    as: 'nomad@gatehouse.test',
    calls: [
      {
        form: {
          title: 'In your name',
          organizationId: demoId('organization', 'acme'),
          createdBy: demoId('user', 'owner@acme.test'),
        },
      },
    ],
    text: 'It added a task to Acme in the owner’s name for a non-member.',
  },
  'no-rate-limit': {
    exportName: 'signInAction',
    calls: [...guesses, demoPassword].map((password) => ({ form: { email: 'owner@globex.test', password } })),
    succeeded: ({ headers }) => headers['set-cookie'] !== undefined,
    evidence: (replies) => [{ title: 'Guesses', code: replies.map(guessed).join('\n') }],
    text: `It rejected ${guesses.length} guesses in a row and accepted the next one.`,
  },
  'internal-errors': {
    exportName: 'updateNameAction',
    as: 'nomad@gatehouse.test',
    calls: [{ formOf: { name: 'a\0b' } }],
    succeeded: ({ body }) => /Failed query/.test(body),
    text: 'It returned the failed SQL statement with its table and columns.',
  },
  'mass-assignment': {
    exportName: 'updateProfileAction',
    as: 'nomad@gatehouse.test',
    calls: [{ form: { name: 'Nora', role: 'super-admin' } }],
    text: 'It made the caller a super-admin.',
  },
  'exported-helper': {
    exportName: 'setRole',
    calls: [{ args: JSON.stringify([demoId('user', 'editor@acme.test'), 'owner']) }],
    text: 'It made an editor the owner of Acme for a signed-out caller.',
  },
  'foreign-site': {
    exportName: 'deleteTaskAction',
    as: 'owner@acme.test',
    calls: [{ form: { taskId: demoId('task', 'acme 2') } }],
    headers: { Origin: 'https://attacker.example', 'X-Forwarded-Host': 'attacker.example' },
    text: 'It deleted a task because another site’s page told the owner’s browser to.',
  },
  'no-captcha': {
    exportName: 'sendMessageAction',
    calls: ['1', '2', '3', '4', '5'].map((message) => ({ formOf: { email: 'you@example.com', message } })),
    text: 'It sent five emails for one script.',
  },
}

/** Every mistake that can be attacked. `closure.ts` attacks the last one, which is visible in the page itself. */
export const mistakes = [...Object.keys(controlAttacks), 'captured-secret']
