import { MAIL, moved, type Arena } from '@kit/attacks/engine/arena'
import { endOfAccount } from '@kit/attacks/engine/leaving'
import type { Page } from '@kit/attacks/engine/page'
import {
  namedRows,
  type AdminRow,
  type Field,
  type Input,
  type MatrixOf,
  type Row,
} from '@kit/attacks/engine/row'
import { bystanders, type Person } from '@kit/attacks/app/people'
import type { ExpectedChange } from '@kit/attacks/state/expectation'
import type * as actions from '@/features/people/actions'

const ADMIN: Person = 'root@gatehouse.test'
const REASON = 'Asked for by mail'

const fields: readonly Field[] = [
  { path: 'personId', kind: 'uuid', required: true },
  { path: 'reason', kind: 'text', required: true, longest: 500, free: true },
]
const newOwners: Field = { path: 'newOwners', kind: 'list', required: false, longest: 20 }

const about =
  (person: string) =>
  (arena: Arena): Input => ({ personId: arena.userId(person), reason: REASON })

/** The record of the decision, and the mail that tells the person. */
const recorded = (arena: Arena, action: string, person: string): ExpectedChange[] => [
  {
    table: 'audit_event',
    kind: 'insert',
    rows: 1,
    values: {
      action,
      target_type: 'user',
      target_id: arena.userId(person),
      actor_id: arena.userId(ADMIN),
      organization_id: null,
      visible_to_admins: true,
    },
  },
  { table: MAIL, kind: 'insert', rows: 1, values: { to: person } },
]

const userChanges = (
  arena: Arena,
  person: string,
  columns: string[],
  values: Record<string, unknown>,
): ExpectedChange => ({
  table: 'user',
  kind: 'update',
  rows: 1,
  columns: [...columns, 'updated_at'],
  values: { id: arena.userId(person), ...values },
})

const endOfSessions = (arena: Arena, person: string): ExpectedChange => {
  const user_id = arena.userId(person)
  const rows = arena.rows('session').filter((session) => session.user_id === user_id).length
  return { table: 'session', kind: 'delete', rows, values: { user_id } }
}

/** The properties that all decisions' rows share. */
const decision = (
  row: Pick<Row, 'limits' | 'input' | 'changes' | 'refusals'> &
    Partial<Pick<AdminRow, 'fields' | 'answer' | 'once' | 'refusedAfter'>>,
  page: (arena: Arena) => string,
): Row => ({
  kind: 'admin',
  encoding: 'form',
  stateful: true,
  page,
  as: ADMIN,
  fields,
  fresh: true,
  // The page with the form names the person.
  showsPeople: true,
  answer: { redirect: (location, { personId }) => location === `/admin/people/${String(personId)}` },
  ...row,
})

const pageOf = (person: string, name: string) => (arena: Arena) =>
  `/admin/people/${arena.userId(person)}/${name}`

const NEWCOMER = bystanders.unverified
const LOCKED_OUT = bystanders.lockedOut
const GUARDED: Person = 'guarded@attack.test'

const RESET = 'two_factor_reset'

const suspending =
  (email: string) =>
  ({ database: { sql } }: Arena) =>
    sql`UPDATE "user" SET banned = true WHERE email = ${email}`

const promoted = async ({ database: { sql } }: Arena) =>
  sql`INSERT INTO audit_event (action, target_type, target_id, changes, visible_to_admins)
    SELECT 'people.changeRole', 'user', id, '{"role": {"new": "super-admin"}}', true FROM "user" WHERE email = ${ADMIN}`

const matrix: MatrixOf<typeof actions> = {
  suspendPersonAction: decision(
    {
      limits: ['default.user', 'people.suspend'],
      input: (arena) => ({ ...about('editor@acme.test')(arena), lastDay: '' }),
      fields: [...fields, { path: 'lastDay', kind: 'day', required: true, mayBeEmpty: true }, newOwners],
      refusals: ['NOT_FOUND', 'CONFLICT'],
      changes: (arena) => [
        userChanges(arena, 'editor@acme.test', ['banned', 'ban_reason'], { banned: true, ban_expires: null }),
        endOfSessions(arena, 'editor@acme.test'),
        {
          table: 'verification',
          kind: 'delete',
          rows: 1,
          values: { value: `${arena.userId('editor@acme.test')}:${moved}` },
        },
        ...recorded(arena, 'people.suspend', 'editor@acme.test'),
      ],
    },
    pageOf('editor@acme.test', 'suspend'),
  ),
  restorePersonAction: decision(
    {
      limits: ['default.user', 'people.suspend'],
      input: about(bystanders.suspended),
      refusals: ['NOT_FOUND', 'CONFLICT'],
      changes: (arena) => [
        userChanges(arena, bystanders.suspended, ['banned', 'ban_reason'], { banned: false }),
        ...recorded(arena, 'people.restore', bystanders.suspended),
      ],
      once: true,
    },
    pageOf(bystanders.suspended, 'restore'),
  ),
  endPersonSessionsAction: decision(
    {
      limits: ['default.user', 'people.access'],
      input: about('viewer@acme.test'),
      refusals: ['NOT_FOUND', 'CONFLICT'],
      changes: (arena) => [
        endOfSessions(arena, 'viewer@acme.test'),
        ...recorded(arena, 'people.endSessions', 'viewer@acme.test'),
      ],
    },
    pageOf('viewer@acme.test', 'end-sessions'),
  ),
  verifyPersonEmailAction: decision(
    {
      limits: ['default.user', 'people.access'],
      input: about(NEWCOMER),
      refusals: ['NOT_FOUND', 'CONFLICT'],
      changes: (arena) => [
        userChanges(arena, NEWCOMER, ['email_verified'], { email_verified: true }),
        ...recorded(arena, 'people.verifyEmail', NEWCOMER),
      ],
      once: true,
    },
    pageOf(NEWCOMER, 'verify-email'),
  ),
  sendPasswordResetAction: decision(
    {
      limits: ['default.user', 'people.access'],
      input: about('nomad@gatehouse.test'),
      refusals: ['NOT_FOUND', 'CONFLICT'],
      changes: (arena) => [
        {
          table: 'verification',
          kind: 'insert',
          rows: 1,
          values: { value: arena.userId('nomad@gatehouse.test') },
        },
        ...recorded(arena, 'people.sendPasswordReset', 'nomad@gatehouse.test'),
      ],
    },
    pageOf('nomad@gatehouse.test', 'send-password-reset'),
  ),
  requestTwoFactorResetAction: decision(
    {
      limits: ['default.user', 'people.access'],
      input: about(GUARDED),
      refusals: ['NOT_FOUND', 'CONFLICT'],
      changes: (arena, { reason }) => [
        {
          table: RESET,
          kind: 'insert',
          rows: 1,
          values: { user_id: arena.userId(GUARDED), requested_by: arena.userId(ADMIN), reason },
        },
        ...recorded(arena, 'people.requestTwoFactorReset', GUARDED),
      ],
      refusedAfter: [
        {
          label: 'about someone without two-factor authentication',
          arrange: ({ database: { sql } }) =>
            sql`DELETE FROM two_factor WHERE user_id IN (SELECT id FROM "user" WHERE email = ${GUARDED})`,
        },
        { label: 'about someone suspended', arrange: suspending(GUARDED) },
        { label: 'became a super-admin today', arrange: promoted },
      ],
      once: true,
    },
    pageOf(GUARDED, 'request-two-factor-reset'),
  ),
  resetTwoFactorAction: decision(
    {
      limits: ['default.user', 'people.access'],
      input: about(LOCKED_OUT),
      refusals: ['NOT_FOUND', 'CONFLICT'],
      changes: (arena) => [
        ...['two_factor', 'backup_code', RESET].map((table): ExpectedChange => ({
          table,
          kind: 'delete',
          rows: 1,
          values: { user_id: arena.userId(LOCKED_OUT) },
        })),
        endOfSessions(arena, LOCKED_OUT),
        ...recorded(arena, 'people.resetTwoFactor', LOCKED_OUT),
      ],
      refusedAfter: [
        {
          label: 'confirms their own request',
          arrange: ({ database: { sql } }) =>
            sql`UPDATE two_factor_reset SET requested_by = (SELECT id FROM "user" WHERE email = ${ADMIN})`,
        },
        {
          label: 'the request has expired',
          arrange: ({ database: { sql } }) =>
            sql`UPDATE two_factor_reset SET created_at = now() - interval '25 hours', expires_at = now() - interval '1 hour'`,
        },
        {
          label: 'its author was demoted',
          arrange: ({ database: { sql } }) =>
            sql`UPDATE "user" SET role = 'support' WHERE email = ${bystanders.superAdmin}`,
        },
        { label: 'its author was suspended', arrange: suspending(bystanders.superAdmin) },
        {
          label: 'it was withdrawn',
          arrange: ({ database: { sql } }) => sql`DELETE FROM two_factor_reset`,
        },
        { label: 'about someone suspended', arrange: suspending(LOCKED_OUT) },
        { label: 'became a super-admin today', arrange: promoted },
      ],
      once: true,
    },
    pageOf(LOCKED_OUT, 'reset-two-factor'),
  ),
  withdrawTwoFactorResetAction: decision(
    {
      limits: ['default.user', 'people.access'],
      input: about(LOCKED_OUT),
      refusals: ['NOT_FOUND', 'CONFLICT'],
      changes: (arena) => [
        { table: RESET, kind: 'delete', rows: 1, values: { user_id: arena.userId(LOCKED_OUT) } },
        ...recorded(arena, 'people.withdrawTwoFactorReset', LOCKED_OUT),
      ],
      refusedAfter: [
        {
          label: 'it was withdrawn already',
          arrange: ({ database: { sql } }) => sql`DELETE FROM two_factor_reset`,
        },
      ],
      once: true,
    },
    pageOf(LOCKED_OUT, 'withdraw-two-factor-reset'),
  ),
  changePersonRoleAction: decision(
    {
      limits: ['default.user', 'people.changeRole'],
      input: (arena) => ({ ...about(bystanders.superAdmin)(arena), role: 'user' }),
      fields: [...fields, { path: 'role', kind: 'choice', required: true }],
      refusals: ['NOT_FOUND', 'CONFLICT'],
      changes: (arena) => [
        userChanges(arena, bystanders.superAdmin, ['role'], { role: 'user' }),
        // Their request ends.
        { table: RESET, kind: 'delete', rows: 1, values: { user_id: arena.userId(LOCKED_OUT) } },
        ...recorded(arena, 'people.changeRole', bystanders.superAdmin),
      ],
      once: true,
    },
    pageOf(bystanders.superAdmin, 'change-role'),
  ),
  deleteUserAction: decision(
    {
      limits: ['default.user', 'people.delete'],
      input: (arena) => ({
        ...about('both@gatehouse.test')(arena),
        confirmation: 'both@gatehouse.test',
      }),
      fields: [
        ...fields,
        { path: 'confirmation', kind: 'text', required: true, longest: 254 },
        newOwners,
        { path: 'deletedOrganizations', kind: 'list', required: false, longest: 20 },
      ],
      refusals: ['NOT_FOUND', 'CONFLICT'],
      changes: (arena) => {
        const user_id = arena.userId('both@gatehouse.test')
        const of = (table: string) => arena.rows(table).filter((row) => row.user_id === user_id).length
        const left = endOfAccount(arena, user_id)
        return [
          { table: 'user', kind: 'delete', rows: 1, values: { id: user_id } },
          ...['account', 'session', 'known_browser', 'member'].map((table): ExpectedChange => ({
            table,
            kind: 'delete',
            rows: of(table),
            values: { user_id },
          })),
          {
            table: 'verification',
            kind: 'delete',
            rows: 1,
            values: { value: `sign-in:${user_id}:both@gatehouse.test` },
          },
          ...left.changes,
          {
            table: 'audit_event',
            kind: 'insert',
            rows: of('member') + left.audited + 1,
            values: { action: 'people.delete', actor_id: arena.userId(ADMIN) },
          },
          { table: MAIL, kind: 'insert', rows: 1, values: { to: 'both@gatehouse.test' } },
        ]
      },
      answer: { redirect: (location) => location === '/admin/people?deleted' },
      once: true,
    },
    pageOf('both@gatehouse.test', 'delete'),
  ),
}

export const attacks = namedRows('src/features/people/actions.ts', matrix)

const page = (name: string, path: Page['path'], shows: string): Page => ({
  name,
  path,
  reader: ADMIN,
  ofEverybody: true,
  shows: () => shows,
  stranger: 403,
})

export const pages: readonly Page[] = [
  page('people', () => '/admin/people', 'viewer@acme.test'),
  page(
    'a person',
    (arena) => `/admin/people/${arena.userId('viewer@acme.test')}`,
    'What super-admins decided about this person.',
  ),
  page('a decision about a person', pageOf('viewer@acme.test', 'suspend'), 'viewer@acme.test'),
]
