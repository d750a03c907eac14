import { Upload } from '../http/reply-encoding'
import { USER_FIELD } from '@kit/action-middleware/input/user-field'

import type { Attack, Catalogue, Shot } from '../engine/attack'
import { anonymous, allowedCaller, signedIn, type Caller } from '../engine/caller'
import { callsTo } from '../engine/calls'
import { acmePersonOf, type Role } from '../app/people'
import type { Arena } from '../engine/arena'
import type { Input } from '../engine/row'

/** The same page or an error page. */
const pages = [200, 401, 403, 404]

/** Form posts without JavaScript, which lack the action header. */
export const noJavaScript: Catalogue = (row) => {
  const attack = (name: string, shots: (arena: Arena) => Shot[], spread?: Attack['spread']): Attack => ({
    group: 'no-js',
    name,
    shots,
    spread,
  })
  const both = (arena: Arena, caller: Caller, input: Input, arrange?: Shot['arrange']): Shot[] => {
    const calls = callsTo(arena, row, caller)
    const shot = {
      caller,
      input,
      arrange,
      must: 'hold',
      refusal: { pages, redirect: (to: string) => to === '/sign-in' },
    } as const
    return [
      { label: `${caller.name}, bound`, request: calls.boundForm(input), ...shot },
      { label: `${caller.name}, plain`, request: calls.plainForm(input), ...shot },
    ]
  }
  const roles: readonly Role[] = ['owner', 'admin', 'editor', 'viewer']

  return [
    ...(row.as ? [attack('no cookie', (arena) => both(arena, anonymous, row.input(arena)))] : []),
    attack(
      'bound arguments from the caller',
      (arena) => {
        const outsider =
          row.kind === 'organization' && row.mayCall.viewer ? 'owner@globex.test' : 'viewer@acme.test'
        const caller = row.kind === 'organization' ? signedIn(arena, outsider) : anonymous
        const calls = callsTo(arena, row, caller)
        // For public actions, the attacker is another site.
        const foreign: Record<string, string> = {
          Origin: 'https://evil.example',
          'X-Forwarded-Host': 'evil.example',
        }
        const headers = row.kind === 'public' ? foreign : undefined
        const input = row.input(arena)
        // A bound argument can't hold a file.
        const given = Object.fromEntries(
          Object.entries(input).filter(([, value]) => !(value instanceof Upload)),
        )
        const refusal = { pages, redirect: (to: string) => ['/sign-in', '/sign-in?ended'].includes(to) }
        return [[given], [{}, given], [{}, {}, given], [null, null, null]].map((bound) => ({
          label: `${bound.length} bound`,
          caller,
          request: calls.boundArguments(bound, input, { headers }),
          must: 'hold',
          refusal,
        }))
      },
      'shots',
    ),
    ...(row.kind === 'public'
      ? []
      : [
          attack('a form that was rendered for another user', (arena) => {
            const caller = allowedCaller(arena, row)
            const other = row.as === 'nomad@gatehouse.test' ? 'root@gatehouse.test' : 'nomad@gatehouse.test'
            const input = { ...row.input(arena), [USER_FIELD]: arena.userId(other) }
            const shots = both(arena, caller, input).map((shot) => ({ ...shot, input: row.input(arena) }))
            const request = callsTo(arena, row, caller).form(input)
            const scripted = { label: `${caller.name}, by script`, caller, request, must: 'hold' } as const
            return [...shots, { ...scripted, refusal: { codes: ['OTHER_USER'] } }]
          }),
        ]),
    ...(row.stateful
      ? [
          attack('a useActionState form posted as a plain form', (arena) => {
            const caller = allowedCaller(arena, row)
            const request = callsTo(arena, row, caller).plainForm(row.input(arena))
            return [{ label: caller.name, caller, request, must: 'hold', refusal: { pages } }]
          }),
        ]
      : []),
    ...(row.kind === 'organization'
      ? [
          attack('a stranger', (arena) =>
            both(arena, signedIn(arena, 'owner@globex.test'), row.input(arena)),
          ),
          attack('a user without an organization', (arena) =>
            both(arena, signedIn(arena, 'nomad@gatehouse.test'), row.input(arena)),
          ),
          attack('a lower role', (arena) =>
            roles
              .filter((role) => !row.mayCall[role])
              .flatMap((role) => both(arena, signedIn(arena, acmePersonOf[role]), row.input(arena))),
          ),
          ...row.refusedByOwnership.map(({ label, as, input, arrange }) =>
            attack(label, (arena) => both(arena, signedIn(arena, as), input(arena), arrange)),
          ),
          ...row.foreignIds.map(({ label, input }) =>
            attack(label, (arena) => both(arena, signedIn(arena, row.as), input(arena))),
          ),
        ]
      : []),
  ]
}
