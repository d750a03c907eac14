import type { Caller } from '@/features/lab/challenge/callers'
import type { TargetKey } from '@/features/lab/challenge/targets'

import { demoId, demoPassword } from '@kit/db/demo/demo'

interface Solution {
  caller: Caller
  target: TargetKey
  args: unknown
  headers?: string
}

const acmeTask = (number: number) => demoId('task', `acme ${number}`)

/** A request that solves each challenge, except for one that needs the reply to another request. */
export const solutions: Readonly<Record<string, Solution>> = {
  'no-validation': {
    caller: 'nomad@gatehouse.test',
    target: 'no-validation/updateImageAction',
    args: { image: `https://example.com/${'a'.repeat(500)}` },
  },
  'no-authentication': {
    caller: 'signed-out',
    target: 'no-authentication/deleteTaskAction',
    args: { taskId: acmeTask(1) },
  },
  'no-ownership': {
    caller: 'editor@acme.test',
    target: 'no-ownership/deleteTaskAction',
    args: { taskId: acmeTask(2) },
  },
  'no-membership': {
    caller: 'editor@globex.test',
    target: 'no-membership/completeTaskAction',
    args: { organization: 'acme', taskId: acmeTask(1) },
  },
  'no-role': {
    caller: 'admin@acme.test',
    target: 'no-role/changeRoleAction',
    args: { organization: 'acme', memberId: demoId('member', 'acme admin@acme.test'), role: 'owner' },
  },
  'no-permission': {
    caller: 'viewer@acme.test',
    target: 'no-permission/createTaskAction',
    args: { organization: 'acme', title: 'Hello' },
  },
  'no-rate-limit': {
    caller: 'signed-out',
    target: 'no-rate-limit/signInAction',
    args: { email: 'owner@globex.test', password: ['dragon', demoPassword] },
  },
  'mass-assignment': {
    caller: 'nomad@gatehouse.test',
    target: 'mass-assignment/updateProfileAction',
    args: { name: 'Nomad', role: 'super-admin' },
  },
  'page-only': {
    caller: 'viewer@acme.test',
    target: 'page-only/renameOrganizationAction',
    args: { organization: 'acme', name: 'Mine' },
  },
  'believed-ids': {
    caller: 'nomad@gatehouse.test',
    target: 'believed-ids/createTaskAction',
    args: {
      title: 'Pay',
      organizationId: demoId('organization', 'acme'),
      createdBy: demoId('user', 'owner@acme.test'),
    },
  },
  'internal-errors': {
    caller: 'nomad@gatehouse.test',
    target: 'internal-errors/updateNameAction',
    args: { name: 'a\0b' },
  },
  'exported-helper': {
    caller: 'signed-out',
    target: 'exported-helper/setRole',
    args: [demoId('user', 'editor@acme.test'), 'owner'],
  },
  'foreign-site': {
    caller: 'owner@acme.test',
    target: 'no-ownership/deleteTaskAction',
    args: { taskId: acmeTask(2) },
    headers: 'X-Forwarded-Host: attacker.example',
  },
  robots: {
    caller: 'signed-out',
    target: 'no-captcha/sendMessageAction',
    args: { email: 'a@example.com', message: ['1', '2', '3', '4', '5'] },
  },
}
