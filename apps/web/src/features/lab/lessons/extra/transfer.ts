import { json } from '../../challenge/challenge'
import type { Extra } from './extra'

export const transfer: Extra = {
  slug: 'transfer',
  title: 'Two mistakes combined',
  summary: 'Each is hard to use alone. Together they give you an organization.',
  explanation:
    'The helper that makes the code is exported from a “use server” file, so anyone can ask it for one. The action that accepts the code checks that it’s right, but not whose it is. If the code were secret, the second mistake would be hard to use. If the action checked whose code it is, the first mistake would be useless. Attackers look for pairs like this, so fix each mistake even if you can’t use it.',
  mistakeCode: {
    file: 'apps/unguarded/src/app/transfer/actions.ts',
    names: ['codeOf', 'acceptTransferAction'],
  },
  rule: 'exports-built-by-client',
  challenge: {
    goal: 'As someone without an organization, become an owner of Acme.',
    callers: ['nomad@gatehouse.test'],
    targets: ['transfer/acceptTransferAction', 'transfer/codeOf'],
    start: json({ organization: 'acme', code: '' }),
    hints: [
      'The owner of Acme gets a code by email for the next owner. A function in the same file makes it.',
      'Call codeOf with a list of one argument, the organization: ["acme"].',
      'Call acceptTransferAction with "organization" set to "acme" and "code" set to what codeOf answered.',
    ],
    solved: ({ changes }) =>
      changes.some(({ after }) => after?.member === 'nomad@gatehouse.test' && after.role === 'owner'),
  },
}
