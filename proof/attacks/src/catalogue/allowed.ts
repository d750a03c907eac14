import type { Attack, Catalogue } from '../engine/attack'
import { anonymous, allowedCaller, signedIn } from '../engine/caller'
import { callsTo } from '../engine/calls'
import { acmePersonOf, type Role } from '../app/people'

const roles: readonly Role[] = ['owner', 'admin', 'editor', 'viewer']

/** Allowed calls work and change exactly what they should. An app that refuses everyone fails here. */
export const allowed: Catalogue = (row) => {
  const attacks: Attack[] = [
    {
      group: 'allowed',
      name: 'the allowed call',
      shots: (arena) => {
        const caller = allowedCaller(arena, row)
        const request = callsTo(arena, row, caller).likeTheApp(row.input(arena))
        return [{ label: caller.name, caller, request, must: 'succeed', refusal: {} }]
      },
    },
  ]
  if (row.encoding === 'form') {
    attacks.push({
      group: 'allowed',
      name: 'the allowed call without JavaScript',
      shots: (arena) => {
        const caller = allowedCaller(arena, row)
        const calls = callsTo(arena, row, caller)
        const request = row.stateful ? calls.boundForm(row.input(arena)) : calls.plainForm(row.input(arena))
        return [{ label: caller.name, caller, request, must: 'succeed', refusal: {} }]
      },
    })
  }
  if (row.kind === 'public' && !row.as && !row.codePending && !row.cookie) {
    attacks.push({
      group: 'allowed',
      name: 'no Origin and no cookies, like a script',
      shots: (arena) => {
        const headers = { Origin: '', 'Sec-Fetch-Site': '', 'Sec-Fetch-Mode': '', 'Sec-Fetch-Dest': '' }
        const request = callsTo(arena, row, anonymous).likeTheApp(row.input(arena), { headers })
        return [{ label: 'curl', caller: anonymous, request, must: 'succeed', refusal: {} }]
      },
    })
  }
  if (row.kind === 'organization') {
    attacks.push(
      ...roles
        .filter((role) => row.mayCall[role])
        .map((role): Attack => ({
          group: 'allowed',
          name: `as ${role}`,
          shots: (arena) => {
            const caller = signedIn(arena, acmePersonOf[role])
            const request = callsTo(arena, row, caller).likeTheApp(row.input(arena))
            return [{ label: caller.name, caller, request, must: 'succeed', refusal: {} }]
          },
        })),
      ...row.allowedByOwnership.map(({ label, as, input }): Attack => ({
        group: 'allowed',
        name: label,
        shots: (arena) => {
          const caller = signedIn(arena, as)
          const sent = input(arena)
          return [
            {
              label,
              caller,
              input: sent,
              request: callsTo(arena, row, caller).likeTheApp(sent),
              must: 'succeed',
              refusal: {},
            },
          ]
        },
      })),
    )
  }
  return attacks
}
