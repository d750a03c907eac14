import type { Attack, Catalogue, Refusal, Shot } from '../engine/attack'
import {
  anonymous,
  codePending,
  codePendingAsSession,
  signedIn,
  withCookie,
  type Caller,
} from '../engine/caller'
import { callsTo } from '../engine/calls'
import { guarded } from '../engine/two-factor'
import type { Arena } from '../engine/arena'
import type { NamedRow } from '../engine/row'

/**
 * Someone who entered the right password but not the code yet: they can do no more than a stranger, except enter the
 * code.
 */
export const codePendingCaller: Catalogue = (row) => {
  if (row.codePending) return entering(row)
  const isPublic = row.kind === 'public' && !row.as
  const refusal: Refusal =
    row.kind === 'public' ? { redirect: (to) => to === '/sign-in' } : { codes: ['UNAUTHORIZED'] }
  const shotOf = (arena: Arena, caller: Caller): Shot => ({
    label: caller.name,
    caller,
    request: callsTo(arena, row, caller).likeTheApp(row.input(arena)),
    must: isPublic ? 'succeed' : 'hold',
    refusal: isPublic ? {} : refusal,
  })
  return [
    {
      group: 'code pending',
      name: isPublic ? 'password given, code pending, like a stranger' : 'password given, code pending',
      shots: (arena) => [
        shotOf(arena, withItsCookie(arena, row)),
        ...(isPublic ? [] : codePendingAsSession(arena).map((caller) => shotOf(arena, caller))),
      ],
    },
  ]
}

/** With the cookie that a public action may need. */
function withItsCookie(arena: Arena, row: NamedRow): Caller {
  const caller = codePending(arena)
  if (row.kind !== 'public' || !row.cookie) return caller
  return withCookie(caller.name, `${arena.record.challenge.cookie}; ${row.cookie(arena)}`)
}

const gone: Refusal = { redirect: (to) => to === '/sign-in?ended' }

/** The action that takes the code. */
function entering(row: NamedRow): Attack[] {
  const attack = (
    name: string,
    callers: (arena: Arena) => Caller[],
    more: Omit<Partial<Shot>, 'caller' | 'request'> = {},
  ): Attack => ({
    group: 'code pending',
    name,
    shots: (arena) =>
      callers(arena).map((caller) => ({
        label: caller.name,
        caller,
        request: callsTo(arena, row, caller).likeTheApp(row.input(arena)),
        must: 'hold',
        refusal: gone,
        ...more,
      })),
  })
  const pending = (arena: Arena) => [codePending(arena)]
  const arranged = (name: string, arrange: Shot['arrange'], refusal = gone) =>
    attack(name, pending, { arrange, refusal })
  return [
    attack('no password given', (arena) => [anonymous, signedIn(arena, 'nomad@gatehouse.test')]),
    attack('forged challenge', forged),
    arranged(
      'expired challenge',
      ({ database: { sql } }) => sql`UPDATE sign_in_challenge SET expires_at = now() - interval '1 second'`,
    ),
    arranged('no attempts left', ({ database: { sql } }) => sql`UPDATE sign_in_challenge SET attempts = 5`),
    arranged(
      'the password has changed',
      (arena) =>
        arena.database
          .sql`UPDATE account SET password = password || ' ' WHERE user_id = ${arena.userId(guarded)}`,
    ),
    arranged(
      'the code was used',
      ({ database: { sql } }) => sql`UPDATE two_factor SET last_step = 2147483647`,
      { codes: ['WRONG_CODE'] },
    ),
    arranged(
      'the account is suspended',
      (arena) => arena.database.sql`UPDATE "user" SET banned = true WHERE id = ${arena.userId(guarded)}`,
      { codes: ['ACCOUNT_BANNED'] },
    ),
    {
      group: 'code pending',
      name: 'codes from other times, and invalid codes',
      shots: (arena) => {
        const caller = codePending(arena)
        const codes = [
          arena.codeOf(guarded, -10),
          arena.codeOf(guarded, 10),
          '12345',
          'aaaaa-bbbbb',
          '٠'.repeat(6),
        ]
        return codes.map((oneTimeCode) => ({
          label: oneTimeCode,
          caller,
          request: callsTo(arena, row, caller).likeTheApp({ ...row.input(arena), oneTimeCode }),
          must: 'hold',
          refusal: { codes: ['WRONG_CODE'] },
        }))
      },
    },
    {
      group: 'code pending',
      name: 'fifty parallel calls',
      shots: (arena) => {
        const caller = codePending(arena)
        const request = callsTo(arena, row, caller).likeTheApp(row.input(arena))
        const alongside = Array.from({ length: 49 }, () => request)
        const refusal: Refusal = { ...gone, codes: ['WRONG_CODE', 'RATE_LIMITED', 'BUSY'] }
        return [{ label: caller.name, caller, request, alongside, must: 'succeed', refusal }]
      },
    },
  ]
}

function forged(arena: Arena): Caller[] {
  const { cookie } = arena.record.challenge
  const [name = '', value = ''] = cookie.split('=')
  const [token = '', signature = ''] = value.split('.')
  const turned = (text: string) => `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`
  const values = {
    'another token': `${turned(token)}.${signature}`,
    'another signature': `${token}.${turned(signature)}`,
    'no signature': token,
    'empty signature': `${token}.`,
    empty: '',
  }
  return Object.entries(values).map(([label, forgery]) => withCookie(label, `${name}=${forgery}`))
}
