import { versionOf } from '@kit/action-middleware/input/version'
import type { Page } from '@kit/attacks/engine/page'
import { endOfAccount } from '@kit/attacks/engine/leaving'
import { decision, version } from '@kit/attacks/engine/version-fields'
import { namedRows, type MatrixOf } from '@kit/attacks/engine/row'
import { email, oneTimeCode } from '../auth/attacks'
import { MAIL, moved } from '@kit/attacks/engine/arena'
import { ownChange } from '@kit/attacks/engine/own-change'
import { demoPassword } from '@kit/attacks/app/people'
import type * as actions from '@/features/account/actions'

const matrix: MatrixOf<typeof actions> = {
  updateNameAction: {
    kind: 'authenticated',
    limits: ['default.user'],
    encoding: 'form',
    stateful: true,
    page: () => '/account',
    as: 'nomad@gatehouse.test',
    input: (arena) => {
      const seen = arena.row('user', arena.userId('nomad@gatehouse.test'))
      return { name: 'Nora of the Road', version: versionOf({ name: seen.name }) }
    },
    fields: [{ path: 'name', kind: 'text', required: true, longest: 80, free: true }, version, decision],
    edits: 'name',
    refusals: [],
    changes: (arena, input) => [
      {
        table: 'user',
        kind: 'update',
        rows: 1,
        columns: ['name', 'updated_at'],
        values: { id: arena.userId('nomad@gatehouse.test'), name: input.name },
      },
      ownChange(arena, 'nomad@gatehouse.test', 'account.updateName', {
        // In the order in which jsonb stores keys.
        name: { new: input.name, old: arena.row('user', arena.userId('nomad@gatehouse.test')).name },
      }),
    ],
    answer: 'data',
  },
  updatePreferencesAction: {
    kind: 'authenticated',
    limits: ['default.user'],
    encoding: 'form',
    stateful: true,
    page: () => '/account',
    as: 'nomad@gatehouse.test',
    input: () => ({
      locale: 'en-GB',
      timeZone: 'Europe/London',
      version: versionOf({ locale: '', timeZone: '' }),
    }),
    fields: [
      { path: 'locale', kind: 'choice', required: true, mayBeEmpty: true },
      { path: 'timeZone', kind: 'choice', required: true, mayBeEmpty: true },
      version,
      decision,
    ],
    edits: 'timeZone',
    refusals: [],
    changes: (arena, input) => [
      {
        table: 'user',
        kind: 'update',
        rows: 1,
        columns: ['locale', 'time_zone', 'updated_at'],
        values: {
          id: arena.userId('nomad@gatehouse.test'),
          locale: input.locale,
          time_zone: input.timeZone,
        },
      },
      ownChange(arena, 'nomad@gatehouse.test', 'account.updatePreferences'),
    ],
    answer: 'data',
  },
  confirmPasswordAction: {
    kind: 'authenticated',
    limits: ['default.user', 'password.user'],
    encoding: 'form',
    stateful: true,
    page: () => '/account/security',
    as: 'both@gatehouse.test',
    input: () => ({ password: demoPassword }),
    fields: [
      { path: 'password', kind: 'text', required: true, longest: 128, secret: true },
      { ...oneTimeCode, required: false },
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
    answer: 'data',
  },
  changePasswordAction: {
    kind: 'authenticated',
    limits: ['default.user', 'password.user'],
    encoding: 'form',
    stateful: true,
    page: () => '/account/security',
    as: 'editor@globex.test',
    input: () => ({ currentPassword: demoPassword, newPassword: 'a-better-pass-word' }),
    fields: [
      { path: 'currentPassword', kind: 'text', required: true, longest: 128, secret: true },
      { path: 'newPassword', kind: 'text', required: true, longest: 128, secret: true },
      { ...oneTimeCode, required: false },
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
        // Every session ends, and the caller gets a new one.
        { table: 'session', kind: 'delete', rows: sessions, values: { user_id } },
        { table: 'session', kind: 'insert', rows: 1, values: { user_id } },
        ownChange(arena, 'editor@globex.test', 'account.changePassword', { password: {} }),
        { table: MAIL, kind: 'insert', rows: 1, values: { to: 'editor@globex.test' } },
      ]
    },
    answer: 'data',
  },
  setPasswordAction: {
    kind: 'authenticated',
    limits: ['default.user', 'password.user'],
    fresh: true,
    withoutPassword: true,
    encoding: 'form',
    stateful: true,
    page: () => '/account/security',
    as: 'editor@globex.test',
    input: () => ({ newPassword: 'a-better-pass-word' }),
    fields: [{ path: 'newPassword', kind: 'text', required: true, longest: 128, secret: true }],
    // The first call ends the session, so a second one has none.
    refusals: ['CONFLICT', 'UNAUTHORIZED'],
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
        // Every session ends, and the caller gets a new one.
        { table: 'session', kind: 'delete', rows: sessions, values: { user_id } },
        { table: 'session', kind: 'insert', rows: 1, values: { user_id } },
        ownChange(arena, 'editor@globex.test', 'account.setPassword', { password: {} }),
        { table: MAIL, kind: 'insert', rows: 1, values: { to: 'editor@globex.test' } },
      ]
    },
    answer: { redirect: (location) => location === '/account/security?password' },
    once: true,
  },
  requestEmailChangeAction: {
    kind: 'authenticated',
    limits: ['default.user', 'emailChange.user', 'emailChange.mailbox'],
    encoding: 'form',
    stateful: true,
    page: () => '/account/email',
    as: 'editor@acme.test',
    input: () => ({ email: 'elsewhere@attack.test' }),
    fields: [email],
    refusals: ['CONFLICT'],
    fresh: true,
    changes: (arena, input) => {
      const user_id = arena.userId('editor@acme.test')
      return [
        // Replaces the baseline's. Only the hash is stored.
        { table: 'verification', kind: 'delete', rows: 1, values: { value: `${user_id}:${moved}` } },
        {
          table: 'verification',
          kind: 'insert',
          rows: 1,
          values: { value: `${user_id}:${String(input.email)}` },
        },
        { table: MAIL, kind: 'insert', rows: 1, values: { to: input.email } },
        { table: MAIL, kind: 'insert', rows: 1, values: { to: 'editor@acme.test' } },
      ]
    },
    answer: 'data',
  },
  confirmEmailChangeAction: {
    kind: 'authenticated',
    limits: ['default.user'],
    encoding: 'form',
    stateful: true,
    page: () => '/account/confirm-email',
    as: 'editor@acme.test',
    input: (arena) => ({ token: arena.record.tokens.changeEmail }),
    fields: [{ path: 'token', kind: 'text', required: true, longest: 2048 }],
    refusals: ['INVALID_TOKEN'],
    changes: (arena) => {
      const id = arena.userId('editor@acme.test')
      const sessions = arena.rows('session').filter(({ user_id }) => user_id === id).length
      return [
        {
          table: 'user',
          kind: 'update',
          rows: 1,
          columns: ['email', 'updated_at'],
          values: { id, email: moved, email_verified: true },
        },
        { table: 'verification', kind: 'delete', rows: 1, values: { value: `${id}:${moved}` } },
        {
          table: 'verification',
          kind: 'delete',
          rows: 1,
          values: { value: `sign-in:${id}:editor@acme.test` },
        },
        // All sessions but the caller's.
        { table: 'session', kind: 'delete', rows: sessions - 1, values: { user_id: id } },
        ownChange(arena, 'editor@acme.test', 'account.confirmEmailChange'),
      ]
    },
    answer: 'data',
    once: true,
  },
  downloadDataAction: {
    kind: 'authenticated',
    limits: ['default.user', 'account.download'],
    encoding: 'form',
    stateful: true,
    page: () => '/account/data',
    as: 'editor@acme.test',
    input: () => ({}),
    fields: [],
    refusals: [],
    fresh: true,
    changes: () => [],
    answer: 'data',
  },
  deleteAccountAction: {
    kind: 'authenticated',
    limits: ['default.user', 'account.delete'],
    encoding: 'form',
    stateful: true,
    page: () => '/account/data',
    as: 'both@gatehouse.test',
    input: () => ({ confirmation: 'both@gatehouse.test' }),
    fields: [{ path: 'confirmation', kind: 'text', required: true, longest: 254 }],
    // The first call ends the session, so a second one has none.
    refusals: ['CONFLICT', 'UNAUTHORIZED'],
    fresh: true,
    changes: (arena) => {
      const user_id = arena.userId('both@gatehouse.test')
      const of = (table: string, column: string) =>
        arena.rows(table).filter((row) => row[column] === user_id).length
      const left = endOfAccount(arena, user_id)
      return [
        { table: 'user', kind: 'delete', rows: 1, values: { id: user_id } },
        { table: 'account', kind: 'delete', rows: 1, values: { user_id } },
        { table: 'session', kind: 'delete', rows: of('session', 'user_id'), values: { user_id } },
        {
          table: 'known_browser',
          kind: 'delete',
          rows: of('known_browser', 'user_id'),
          values: { user_id },
        },
        {
          table: 'verification',
          kind: 'delete',
          rows: 1,
          values: { value: `sign-in:${user_id}:both@gatehouse.test` },
        },
        { table: 'member', kind: 'delete', rows: of('member', 'user_id'), values: { user_id } },
        ...left.changes,
        {
          table: 'audit_event',
          kind: 'insert',
          rows: of('member', 'user_id') + left.audited + 1,
          values: { action: 'account.delete', actor_id: user_id },
        },
        { table: MAIL, kind: 'insert', rows: 1, values: { to: 'both@gatehouse.test' } },
      ]
    },
    answer: { redirect: (location) => location === '/sign-in?deleted' },
    once: true,
  },
}

export const attacks = namedRows('src/features/account/actions.ts', matrix)

const page = (name: string, path: string): Page => ({
  name,
  path: () => path,
  reader: 'editor@acme.test',
  shows: () => 'editor@acme.test',
  stranger: 200,
})

export const pages: readonly Page[] = [
  page('the profile', '/account'),
  page('the security page', '/account/security'),
  page('the email page', '/account/email'),
  page('the data page', '/account/data'),
]
