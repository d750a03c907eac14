import { MAIL, WITHOUT_PASSWORD } from '@kit/attacks/engine/arena'
import { LINKED } from '@kit/attacks/engine/methods'
import { namedRows, type MatrixOf } from '@kit/attacks/engine/row'
import type * as actions from '@/features/confirmation/actions'
import { oneTimeCode, provider } from '../auth/attacks'

const page = () => '/account/security/confirm'

const matrix: MatrixOf<typeof actions> = {
  mailCodeAction: {
    kind: 'authenticated',
    limits: ['default.user', 'confirmationCode.user'],
    withoutPassword: true,
    encoding: 'form',
    stateful: true,
    page,
    as: 'nomad@gatehouse.test',
    input: () => ({}),
    fields: [],
    refusals: ['CONFLICT'],
    changes: () => [
      { table: 'verification', kind: 'insert', rows: 1 },
      { table: MAIL, kind: 'insert', rows: 1, values: { to: 'nomad@gatehouse.test' } },
    ],
    answer: 'data',
  },
  confirmWithMailedCodeAction: {
    kind: 'authenticated',
    limits: ['default.user', 'password.user'],
    withoutPassword: true,
    encoding: 'form',
    stateful: true,
    page,
    as: WITHOUT_PASSWORD,
    input: (arena) => ({ mailedCode: arena.record.tokens.mailedCode }),
    fields: [
      { path: 'mailedCode', kind: 'text', required: true, longest: 32 },
      { ...oneTimeCode, required: false },
    ],
    refusals: ['WRONG_MAILED_CODE', 'CONFLICT'],
    changes: (arena) => {
      const user_id = arena.userId(WITHOUT_PASSWORD)
      return [
        { table: 'verification', kind: 'delete', rows: 1 },
        {
          table: 'session',
          kind: 'update',
          rows: 1,
          columns: ['proved_at', 'updated_at'],
          values: { user_id },
        },
      ]
    },
    answer: 'data',
    once: true,
  },
  confirmWithProviderAction: {
    kind: 'authenticated',
    limits: ['default.user', 'password.user'],
    withoutPassword: true,
    encoding: 'form',
    stateful: true,
    page,
    as: 'nomad@gatehouse.test',
    input: () => ({ provider: LINKED, next: '/account/security' }),
    fields: [
      provider,
      { ...oneTimeCode, required: false },
      { path: 'next', kind: 'text', required: false, mayBeEmpty: true, longest: 2048, target: true },
    ],
    refusals: ['CONFLICT'],
    // A hash of the secret of the browser that left.
    changes: () => [{ table: 'verification', kind: 'insert', rows: 1 }],
    answer: { redirect: (location) => location === '/sign-in/provider' },
  },
}

export const attacks = namedRows('src/features/confirmation/actions.ts', matrix)
