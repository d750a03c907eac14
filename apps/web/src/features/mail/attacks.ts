import { invitedEmail, type Arena } from '@kit/attacks/engine/arena'
import { namedRows, type MatrixOf } from '@kit/attacks/engine/row'
import type { Field } from '@kit/attacks/engine/row'
import type * as actions from '@/features/mail/actions'

const token: Field = { path: 'token', kind: 'text', required: true, longest: 2048 }

const onPage = {
  kind: 'public',
  encoding: 'form',
  stateful: true,
  page: () => '/report-email',
  refusals: ['INVALID_TOKEN'],
} as const

/** Redirects back to the page, with a message. */
const backWith = (done: string) => ({
  redirect: (location: string) =>
    location.startsWith('/report-email?token=') && location.endsWith(`&done=${done}`),
})

const matrix: MatrixOf<typeof actions> = {
  blockMailAction: {
    ...onPage,
    limits: ['default.public', 'mailLink.ip'],
    provesEmail: invitedEmail,
    input: (arena: Arena) => ({ token: arena.record.tokens.mailLink, scope: 'sender' }),
    fields: [token, { path: 'scope', kind: 'choice', required: true }],
    changes: (arena: Arena) => [
      {
        table: 'mail_block',
        kind: 'insert',
        rows: 1,
        values: { sender_id: arena.userId('owner@acme.test') },
      },
    ],
    answer: backWith('blocked'),
  },
  unblockMailAction: {
    ...onPage,
    limits: ['default.public', 'mailLink.ip'],
    input: (arena: Arena) => ({ token: arena.record.tokens.blockedMailLink }),
    fields: [token],
    changes: (arena: Arena) => [
      {
        table: 'mail_block',
        kind: 'delete',
        rows: 1,
        values: { sender_id: arena.userId('editor@acme.test') },
      },
    ],
    answer: backWith('unblocked'),
  },
  reportMailAction: {
    ...onPage,
    limits: ['default.public', 'mailLink.ip', 'mailReport.link'],
    provesEmail: invitedEmail,
    input: (arena: Arena) => ({ token: arena.record.tokens.mailLink }),
    fields: [token],
    // Recorded as a security event, which mail.spec.ts reads.
    changes: () => [],
    answer: backWith('reported'),
  },
}

export const attacks = namedRows('src/features/mail/actions.ts', matrix)
