import { insideTheApp, namedRows, type MatrixOf } from './row'
import { demoPassword } from '../../fixtures/people'
import type * as actions from '@/features/account/actions'

const matrix: MatrixOf<typeof actions> = {
  updateNameAction: {
    kind: 'authenticated',
    encoding: 'form',
    stateful: true,
    page: () => '/account',
    as: 'nomad@gatehouse.test',
    input: () => ({ name: 'Nora of the Road' }),
    fields: [{ path: 'name', kind: 'text', required: true, longest: 80, free: true }],
    refusals: [],
    changes: (arena, input) => [
      {
        table: 'user',
        kind: 'update',
        rows: 1,
        columns: ['name', 'updated_at'],
        values: { id: arena.userId('nomad@gatehouse.test'), name: input.name },
      },
    ],
    answer: 'data',
  },
  confirmPasswordAction: {
    kind: 'authenticated',
    encoding: 'form',
    stateful: true,
    page: () => '/account/confirm-password',
    as: 'both@gatehouse.test',
    input: () => ({ password: demoPassword, next: '/account?from=confirm' }),
    fields: [
      { path: 'password', kind: 'text', required: true, longest: 128, secret: true },
      { path: 'next', kind: 'text', required: false, longest: 2048, target: true },
    ],
    refusals: ['WRONG_PASSWORD'],
    changes: (arena) => [
      {
        table: 'session',
        kind: 'update',
        rows: 1,
        columns: ['proved_at', 'updated_at'],
        values: { user_id: arena.userId('both@gatehouse.test') },
      },
    ],
    answer: { redirect: insideTheApp },
  },
  changePasswordAction: {
    kind: 'authenticated',
    encoding: 'form',
    stateful: true,
    page: () => '/account',
    as: 'editor@globex.test',
    input: () => ({ currentPassword: demoPassword, newPassword: 'a-better-pass-word' }),
    fields: [
      { path: 'currentPassword', kind: 'text', required: true, longest: 128, secret: true },
      { path: 'newPassword', kind: 'text', required: true, longest: 128, secret: true },
    ],
    refusals: ['WRONG_PASSWORD'],
    changes: (arena) => {
      const user_id = arena.userId('editor@globex.test')
      const sessions = arena.rows('session').filter((session) => session.user_id === user_id).length
      return [
        {
          table: 'account',
          kind: 'update',
          rows: 1,
          columns: ['password', 'updated_at'],
          values: { user_id },
        },
        // Every session ends, and one begins for who changed it.
        { table: 'session', kind: 'delete', rows: sessions, values: { user_id } },
        { table: 'session', kind: 'insert', rows: 1, values: { user_id } },
      ]
    },
    answer: 'data',
  },
}

export const accountRows = namedRows('src/features/account/actions.ts', matrix)
