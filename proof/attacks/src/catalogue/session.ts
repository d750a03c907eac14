import type { Attack, Catalogue, Refusal, Shot } from '../engine/attack'
import { anonymous, signedIn, withCookie, type Caller } from '../engine/caller'
import { callsTo } from '../engine/calls'
import { forgedCookies, parseSessionCookie } from '../app/sessions'
import type { Arena } from '../engine/arena'
import type { Person } from '../app/people'
import type { NamedRow } from '../engine/row'

/** Calls without a valid session. */
export const session: Catalogue = (row) => {
  const as = row.as
  if (!as) return row.kind === 'public' && row.signedOut ? [signedInAlready(row)] : []
  // Signing out without a session redirects to the same page.
  const refusal: Refusal =
    row.kind === 'public' ? { redirect: (to) => to === '/sign-in' } : { codes: ['UNAUTHORIZED'] }

  const attack = (name: string, callers: (arena: Arena) => Caller[], more: Partial<Shot> = {}): Attack => ({
    group: 'session',
    name,
    shots: (arena) =>
      callers(arena).map((caller) => ({
        label: caller.name,
        caller,
        request: callsTo(arena, row, caller).likeTheApp(row.input(arena)),
        must: 'hold',
        refusal,
        ...more,
      })),
  })

  return [
    attack('no cookie', () => [anonymous]),
    {
      // Validation errors must not reach callers without a session.
      group: 'session',
      name: 'no cookie, and no input',
      shots: (arena) => [
        {
          label: 'curl',
          caller: anonymous,
          request: callsTo(arena, row, anonymous).json({}),
          must: 'hold',
          refusal,
        },
      ],
    },
    {
      group: 'session',
      name: 'no cookie and no Origin',
      shots: (arena) => {
        const headers = { Origin: '', 'Sec-Fetch-Site': '' }
        const request = callsTo(arena, row, anonymous).likeTheApp(row.input(arena), { headers })
        return [{ label: 'curl', caller: anonymous, request, must: 'hold', refusal }]
      },
    },
    // One function reads the cookie for every endpoint.
    { ...attack('forged session', (arena) => forged(arena, as)), spread: 'shots' },
    { ...attack('the session in another cookie', (arena) => otherNames(arena, as)), spread: 'shots' },
    bearer(row, as, refusal),
    attack('signed-out session', (arena) => [
      withCookie('signed out', arena.session(as, 'signedOut').cookie),
    ]),
    expired(row, as, refusal),
    attack('revoked session', (arena) => [withCookie('revoked', arena.session(as).cookie)], {
      arrange: (arena) => arena.database.sql`DELETE FROM session WHERE user_id = ${arena.userId(as)}`,
    }),
    ...(row.kind === 'public'
      ? []
      : [
          attack(
            "a suspended user's session",
            (arena) => [withCookie('suspended', arena.session(as).cookie)],
            {
              arrange: (arena) =>
                arena.database.sql`UPDATE "user" SET banned = true WHERE id = ${arena.userId(as)}`,
            },
          ),
          attack("a deleted user's session", (arena) => [withCookie('deleted', arena.session(as).cookie)], {
            arrange: (arena) =>
              arena.besideAnotherOwner((sql) => sql`DELETE FROM "user" WHERE id = ${arena.userId(as)}`),
          }),
        ]),
  ]
}

function signedInAlready(row: NamedRow): Attack {
  return {
    group: 'session',
    name: "another user's session",
    shots: (arena) => {
      const caller = signedIn(arena, 'nomad@gatehouse.test')
      const request = callsTo(arena, row, caller).likeTheApp(row.input(arena))
      return [{ label: caller.name, caller, request, must: 'hold', refusal: { codes: ['CONFLICT'] } }]
    },
  }
}

function expired(row: NamedRow, as: Person, refusal: Refusal): Attack {
  return {
    group: 'session',
    name: 'expired session',
    shots: (arena) => {
      const { cookie } = arena.session(as, 'expired')
      const caller = withCookie('expired', cookie)
      const request = callsTo(arena, row, caller).likeTheApp(row.input(arena))
      // Better Auth deletes a session that it finds expired.
      const sweeps = [
        { table: 'session', kind: 'delete', rows: 1, values: { token: parseSessionCookie(cookie).token } },
      ] as const
      return [{ label: caller.name, caller, request, must: 'hold', refusal, sweeps }]
    },
  }
}

function forged(arena: Arena, as: Person): Caller[] {
  const other = as === 'owner@acme.test' ? 'admin@acme.test' : 'owner@acme.test'
  return (
    forgedCookies(arena.session(as).cookie, arena.session(other).cookie)
      // In development the app does use that secret.
      .filter(({ label }) => !(arena.development && label.includes('development secret')))
      .map(({ label, cookie }) => withCookie(label, cookie))
  )
}

function otherNames(arena: Arena, as: Person): Caller[] {
  const { cookie } = arena.session(as)
  const { name } = parseSessionCookie(cookie)
  const value = cookie.slice(name.length + 1)
  return [
    'better-auth.session_token',
    `__Secure-${name}`,
    `${name.toUpperCase()}`,
    `${name}.0`,
    'session',
    'token',
  ].map((other) => withCookie(other, `${other}=${value}`))
}

function bearer(row: NamedRow, as: Person, refusal: Refusal): Attack {
  return {
    group: 'session',
    name: 'the session token in a header',
    spread: 'shots',
    shots: (arena) => {
      const { cookie } = arena.session(as)
      const { token } = parseSessionCookie(cookie)
      const headers: Record<string, string>[] = [
        { Authorization: `Bearer ${token}` },
        { Authorization: token },
        { 'X-Session-Token': token },
      ]
      return headers.map((sent) => ({
        label: Object.keys(sent).join(),
        caller: anonymous,
        request: callsTo(arena, row, anonymous).likeTheApp(row.input(arena), { headers: sent }),
        must: 'hold',
        refusal,
      }))
    },
  }
}
