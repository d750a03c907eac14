import { ownChange } from '@kit/attacks/engine/own-change'
import { MAIL, type Arena } from '@kit/attacks/engine/arena'
import type { Page } from '@kit/attacks/engine/page'
import { namedRows, type MatrixOf } from '@kit/attacks/engine/row'
import { guarded } from '@kit/attacks/engine/two-factor'
import type { ExpectedChange } from '@kit/attacks/state/expectation'
import type * as actions from '@/features/two-factor/actions'
import { oneTimeCode } from '../auth/attacks'

const PATH = '/account/security/two-factor'
const BACKUP_CODES = 10

const page = () => PATH

/** The baseline has a key of this person, which their live session can confirm. */
const settingUp = 'admin@acme.test'

const newCodes = (user_id: string): ExpectedChange => ({
  table: 'backup_code',
  kind: 'insert',
  rows: BACKUP_CODES,
  values: { user_id },
})

const mailTo = (to: string): ExpectedChange => ({ table: MAIL, kind: 'insert', rows: 1, values: { to } })

/** The number of a user's rows in the baseline. */
const countOf = (arena: Arena, table: string, userId: string) =>
  arena.rows(table).filter(({ user_id }) => user_id === userId).length

const onPage = {
  kind: 'authenticated',
  limits: ['default.user', 'twoFactor.user'],
  fresh: true,
  encoding: 'form',
  stateful: true,
  page,
} as const

/** A form without fields, for a person whose two-factor authentication is on. */
const whileOn = { ...onPage, twoFactor: true, as: guarded, input: () => ({}), fields: [] } as const

const matrix: MatrixOf<typeof actions> = {
  startTwoFactorAction: {
    ...onPage,
    withoutTwoFactor: true,
    as: 'nomad@gatehouse.test',
    input: () => ({}),
    fields: [],
    refusals: [],
    changes: (arena) => [
      {
        table: 'two_factor',
        kind: 'insert',
        rows: 1,
        values: { user_id: arena.userId('nomad@gatehouse.test'), enabled_at: null, last_step: 0 },
      },
    ],
    answer: { redirect: (location) => location === PATH },
  },
  confirmTwoFactorAction: {
    ...onPage,
    withoutTwoFactor: true,
    as: settingUp,
    input: (arena) => ({ oneTimeCode: arena.codeOf(settingUp) }),
    fields: [oneTimeCode],
    refusals: ['WRONG_CODE', 'CONFLICT'],
    changes: (arena) => {
      const user_id = arena.userId(settingUp)
      return [
        {
          table: 'two_factor',
          kind: 'update',
          rows: 1,
          columns: ['last_step', 'enabled_at', 'set_up_session'],
          values: { user_id, set_up_session: null },
        },
        newCodes(user_id),
        // All sessions but the caller's.
        {
          table: 'session',
          kind: 'delete',
          rows: countOf(arena, 'session', user_id) - 1,
          values: { user_id },
        },
        ownChange(arena, settingUp, 'two-factor.confirm'),
        // The link that undoes it.
        {
          table: 'verification',
          kind: 'insert',
          rows: 1,
          values: { value: `sign-in:${user_id}:${settingUp}` },
        },
        mailTo(settingUp),
      ]
    },
    answer: 'data',
    once: true,
  },
  renewBackupCodesAction: {
    ...whileOn,
    refusals: [],
    changes: (arena) => {
      const user_id = arena.userId(guarded)
      return [
        { table: 'backup_code', kind: 'delete', rows: BACKUP_CODES, values: { user_id } },
        newCodes(user_id),
        ownChange(arena, guarded, 'two-factor.renewCodes', { backup_codes: {} }),
        mailTo(guarded),
      ]
    },
    answer: 'data',
  },
  disableTwoFactorAction: {
    ...whileOn,
    refusals: ['CONFLICT'],
    changes: (arena) => {
      const user_id = arena.userId(guarded)
      return [
        { table: 'two_factor', kind: 'delete', rows: 1, values: { user_id } },
        { table: 'backup_code', kind: 'delete', rows: BACKUP_CODES, values: { user_id } },
        // Their sign-in that is waiting for a code.
        { table: 'sign_in_challenge', kind: 'delete', rows: 1, values: { user_id } },
        ownChange(arena, guarded, 'two-factor.disable'),
        mailTo(guarded),
      ]
    },
    answer: { redirect: (location) => location === `${PATH}?off` },
    once: true,
  },
}

export const attacks = namedRows('src/features/two-factor/actions.ts', matrix)

export const pages: readonly Page[] = [
  {
    name: 'two-factor authentication',
    path: page,
    reader: guarded,
    shows: () => '10 codes are left.',
    stranger: 200,
  },
]
