import { demoId, demoPassword } from '@kit/db/demo/demo'

import type { RawReply } from '../firing/reply'

/** The attack on the control group for one mistake. The suite also checks its database. */
export interface ControlAttack {
  /** Undefined for a mistake visible in the page itself. */
  exportName?: string
  /** The demo person. Signed out if undefined. */
  as?: string
  /** Calls in order: a form, or any arguments. */
  calls: readonly (
    | { form: Readonly<Record<string, string>> }
    | { args: string }
    | { formOf: Readonly<Record<string, string>> }
  )[]
  succeeded: (reply: RawReply) => boolean
  /** Text for a successful attack. */
  text: string
}

const answered = ({ status }: RawReply) => status >= 200 && status < 400

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
    succeeded: answered,
    text: 'It stored 100,000 characters as an image URL.',
  },
  'no-authentication': {
    exportName: 'deleteUserAction',
    calls: [{ form: { userId: demoId('user', 'viewer@acme.test') } }],
    succeeded: answered,
    text: 'It deleted the account of viewer@acme.test for a signed-out caller.',
  },
  'no-ownership': {
    exportName: 'deleteTaskAction',
    as: 'editor@globex.test',
    calls: [{ form: { taskId: demoId('task', 'acme 1') } }],
    succeeded: answered,
    text: 'It deleted an Acme task for a member of Globex.',
  },
  'page-only': {
    exportName: 'renameOrganizationAction',
    as: 'editor@acme.test',
    // By script, because this person can't open the form's page.
    calls: [{ formOf: { organization: 'acme', name: 'Taken over' } }],
    succeeded: answered,
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
    succeeded: answered,
    text: 'It added a task to Acme in the owner’s name for a non-member.',
  },
  'no-rate-limit': {
    exportName: 'signInAction',
    calls: [...guesses, demoPassword].map((password) => ({ form: { email: 'owner@globex.test', password } })),
    succeeded: ({ headers }) => headers['set-cookie'] !== undefined,
    text: `It rejected ${guesses.length} guesses in a row and accepted the next one.`,
  },
  'captured-secret': {
    calls: [],
    succeeded: ({ body }) => /name="\$ACTION_1:\d+" value="&quot;[A-Za-z0-9+/]{60,}/.test(body),
    text: 'Its page sends the secret to every visitor, encrypted with the build’s key.',
  },
  'internal-errors': {
    exportName: 'updateNameAction',
    as: 'nomad@gatehouse.test',
    calls: [{ formOf: { name: '' } }],
    succeeded: ({ body }) => /Failed query/.test(body),
    text: 'It returned the failed SQL statement with its table and columns.',
  },
  'mass-assignment': {
    exportName: 'updateProfileAction',
    as: 'nomad@gatehouse.test',
    calls: [{ form: { name: 'Nora', role: 'super-admin' } }],
    succeeded: answered,
    text: 'It made the caller a super-admin.',
  },
  'exported-helper': {
    exportName: 'setRole',
    calls: [{ args: JSON.stringify([demoId('user', 'editor@acme.test'), 'owner']) }],
    succeeded: answered,
    text: 'It made an editor the owner of Acme for a signed-out caller.',
  },
}
