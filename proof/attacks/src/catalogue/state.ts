import {
  FormFields,
  Promised,
  ServerFunction,
  Streamed,
  TemporaryReference,
  Upload,
} from '../http/reply-encoding'
import type { Attack, Catalogue, Refusal } from '../engine/attack'
import { allowedCaller, signedIn } from '../engine/caller'
import { callsTo } from '../engine/calls'
import type { Arena } from '../engine/arena'
import type { NamedRow } from '../engine/row'

function plainStates(arena: Arena): Record<string, unknown> {
  const owner = arena.userId('owner@acme.test')
  return {
    'an earlier success': { data: { id: owner, done: true, sentTo: 'x@y.test' } },
    'a context': {
      ctx: { user: { id: owner, role: 'super-admin' }, membership: { role: 'owner' } },
      success: true,
    },
    'an earlier refusal': { serverError: { code: 'INTERNAL', message: 'x', requestId: 'x' } },
    'prototype keys': JSON.parse(
      '{"constructor":{"prototype":{"role":"owner"}},"__proto__":{"role":"owner"}}',
    ),
    'a large state': { data: 'x'.repeat(60_000) },
    null: null,
    text: 'state',
    list: [[[[]]]],
    Date: new Date(0),
    Map: new Map([['a', 1]]),
  }
}

function liveStates(arena: Arena, row: NamedRow): Record<string, unknown> {
  const id = arena.actionId(row.file, row.exportName)
  return {
    'a server function': new ServerFunction(id),
    'a server function inside': { data: new ServerFunction(id) },
    'a promise': new Promised({ data: 1 }),
    'a form': new FormFields([['organization', 'globex']]),
    'a file': new Upload('a', 'text/plain', Buffer.from('a')),
    'a stream': new Streamed([1]),
    'a temporary reference': new TemporaryReference(),
  }
}

/** The caller chooses a form's previous state. It must not grant anything or be returned as if it were ours. */
export const state: Catalogue = (row) => {
  if (!row.stateful) return []
  const attack = (
    name: string,
    states: (arena: Arena) => Record<string, unknown>,
    refusal: Refusal,
  ): Attack => ({
    group: 'state',
    name,
    spread: 'both',
    shots: (arena) => {
      const caller = allowedCaller(arena, row)
      const calls = callsTo(arena, row, caller)
      return Object.entries(states(arena)).map(([label, previous]) => ({
        label,
        caller,
        request: calls.form(row.input(arena), { previous }),
        must: 'either',
        refusal,
      }))
    },
  })
  return [
    attack('forged states', plainStates, { invalid: true }),
    // The library clones the state first, and fails before the action runs if it can't.
    attack('states that cannot be cloned', (arena) => liveStates(arena, row), { codes: ['INTERNAL'] }),
    ...(row.kind === 'organization'
      ? [
          {
            group: 'state',
            name: 'a forged state from an unauthorized caller',
            spread: 'shots',
            shots: (arena) => {
              const caller = signedIn(arena, row.mayCall.viewer ? 'owner@globex.test' : 'viewer@acme.test')
              const calls = callsTo(arena, row, caller)
              return Object.entries(plainStates(arena)).map(([label, previous]) => ({
                label,
                caller,
                request: calls.form(row.input(arena), { previous }),
                must: 'hold',
                refusal: { codes: [row.mayCall.viewer ? 'NOT_FOUND' : 'FORBIDDEN'] },
              }))
            },
          } satisfies Attack,
        ]
      : []),
  ]
}
