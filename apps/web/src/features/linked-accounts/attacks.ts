import { MAIL } from '@kit/attacks/engine/arena'
import { ownChange } from '@kit/attacks/engine/own-change'
import { LINKED } from '@kit/attacks/engine/methods'
import { namedRows, type MatrixOf } from '@kit/attacks/engine/row'
import type * as actions from '@/features/linked-accounts/actions'
import { provider } from '../auth/attacks'

const page = () => '/account/security'

const matrix: MatrixOf<typeof actions> = {
  linkAccountAction: {
    kind: 'authenticated',
    limits: ['default.user', 'linkedAccounts.user'],
    fresh: true,
    encoding: 'form',
    stateful: true,
    page,
    as: 'editor@acme.test',
    input: () => ({ provider: LINKED }),
    fields: [provider],
    refusals: [],
    // A hash of the secret of the browser that left.
    changes: () => [{ table: 'verification', kind: 'insert', rows: 1 }],
    answer: { redirect: (location) => location === '/sign-in/provider' },
  },
  unlinkAccountAction: {
    kind: 'authenticated',
    limits: ['default.user', 'linkedAccounts.user'],
    fresh: true,
    linked: true,
    encoding: 'form',
    stateful: true,
    page,
    as: 'editor@acme.test',
    input: () => ({ provider: LINKED }),
    fields: [provider],
    refusals: ['CONFLICT'],
    changes: (arena) => [
      {
        table: 'account',
        kind: 'delete',
        rows: 1,
        values: { user_id: arena.userId('editor@acme.test'), provider_id: LINKED },
      },
      ownChange(arena, 'editor@acme.test', 'linked-accounts.unlink'),
      { table: MAIL, kind: 'insert', rows: 1, values: { to: 'editor@acme.test' } },
    ],
    answer: { redirect: (location) => location === '/account/security?unlinked' },
    once: true,
  },
}

export const attacks = namedRows('src/features/linked-accounts/actions.ts', matrix)
