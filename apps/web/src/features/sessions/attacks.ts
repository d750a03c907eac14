import { REPORTER, type Arena } from '@kit/attacks/engine/arena'
import { namedRows, type MatrixOf } from '@kit/attacks/engine/row'
import type { Person } from '@kit/attacks/app/people'
import { demoId } from '@kit/db/demo/demo'
import type * as actions from '@/features/sessions/actions'

const OWNER: Person = 'editor@acme.test'

const sessionsOf = (arena: Arena, person: Person) =>
  arena.rows('session').filter(({ user_id }) => user_id === arena.userId(person))

/** A session of this person in the arena that no live cookie opens. */
export function otherSessionOf(arena: Arena, person: Person): string {
  const found = sessionsOf(arena, person).find(
    ({ expires_at }) => Date.parse(String(expires_at)) < Date.now(),
  )
  return String(found?.id)
}

const matrix: MatrixOf<typeof actions> = {
  endSessionAction: {
    kind: 'authenticated',
    limits: ['default.user', 'sessions.end'],
    encoding: 'form',
    stateful: true,
    page: () => '/account/security',
    as: OWNER,
    input: (arena) => ({ sessionId: otherSessionOf(arena, OWNER) }),
    fields: [{ path: 'sessionId', kind: 'uuid', required: true }],
    refusals: ['NOT_FOUND'],
    changes: (arena, { sessionId }) => [
      {
        table: 'session',
        kind: 'delete',
        rows: 1,
        values: { id: sessionId, user_id: arena.userId(OWNER) },
      },
    ],
    answer: 'data',
    once: true,
  },
  endOtherSessionsAction: {
    kind: 'authenticated',
    limits: ['default.user', 'sessions.end'],
    encoding: 'form',
    stateful: true,
    page: () => '/account/security',
    as: OWNER,
    input: () => ({}),
    fields: [],
    refusals: [],
    changes: (arena) => [
      {
        table: 'session',
        kind: 'delete',
        rows: sessionsOf(arena, OWNER).length - 1,
        values: { user_id: arena.userId(OWNER) },
      },
    ],
    answer: 'data',
  },
  reportSignInAction: {
    kind: 'public',
    limits: ['default.public', 'reportSignIn.ip'],
    encoding: 'form',
    stateful: true,
    page: () => '/not-me',
    input: (arena) => ({ token: arena.record.tokens.reportSignIn }),
    fields: [{ path: 'token', kind: 'text', required: true, longest: 2048 }],
    refusals: ['INVALID_TOKEN'],
    changes: (arena) => {
      const user_id = arena.userId(REPORTER)
      return [
        {
          table: 'account',
          kind: 'update',
          rows: 1,
          columns: ['password', 'updated_at'],
          values: { user_id, password: null },
        },
        {
          table: 'session',
          kind: 'delete',
          rows: sessionsOf(arena, REPORTER).length,
          values: { user_id },
        },
        { table: 'known_browser', kind: 'delete', rows: 1, values: { user_id } },
        {
          table: 'verification',
          kind: 'delete',
          rows: 1,
          values: { value: `sign-in:${user_id}:${REPORTER}` },
        },
        // The link that sets a new password.
        { table: 'verification', kind: 'insert', rows: 1, values: { value: user_id } },
      ]
    },
    // The page that sets a password names the account.
    showsPeople: true,
    answer: { redirect: (location) => /^\/reset-password\?token=[A-Za-z0-9]{24}$/.test(location) },
    once: true,
  },
}

export const attacks = namedRows('src/features/sessions/actions.ts', matrix)

/** One expired session, for writing the attacks without a database. */
export const demoRows = () => ({
  session: [{ id: demoId('session', OWNER), userId: demoId('user', OWNER), expiresAt: new Date(0) }],
})
