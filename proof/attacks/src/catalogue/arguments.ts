import {
  Iterated,
  Promised,
  RawModel,
  ServerFunction,
  Streamed,
  TemporaryReference,
  Upload,
} from '../http/reply-encoding'
import type { Attack, Catalogue, Refusal, Shot } from '../engine/attack'
import { allowedCaller } from '../engine/caller'
import { callsTo, formOf, withValue } from '../engine/calls'
import { bodyShots, byReact, countShots } from './argument-list'
import { refusalOf, refusalOfNoInput } from './fields'
import type { Arena } from '../engine/arena'
import type { Input, NamedRow } from '../engine/row'

/** Values that React decodes to something other than JSON, with the allowed input inside where possible. */
function exotics(arena: Arena, row: NamedRow, input: Input): Record<string, unknown> {
  // A reference to the endpoint itself. If anything called it, its allowed changes would show.
  const own = arena.actionId(row.file, row.exportName)
  const loaded = new ServerFunction(own, row.stateful ? [{}, row.input(arena)] : [row.input(arena)])
  return {
    Map: new Map(Object.entries(input)),
    Set: new Set(Object.entries(input)),
    File: new Upload('acme', 'application/json', Buffer.from(JSON.stringify(input))),
    Date: new Date(0),
    BigInt: 7n,
    'huge BigInt': BigInt('9'.repeat(299)),
    Promise: new Promised(input),
    'Promise of a form': new Promised(formOf(input)),
    bytes: new Uint8Array([1, 2, 3]),
    iterator: new Iterated(Object.entries(input)),
    stream: new Streamed([input]),
    'temporary reference': new TemporaryReference(),
    'server function': new ServerFunction(own),
    'server function with bound arguments': loaded,
    thenable: { ...input, then: loaded },
    'object with toString': { ...input, toString: loaded },
    'object with toJSON': { ...input, toJSON: loaded },
    NaN: Number.NaN,
    Infinity: Number.POSITIVE_INFINITY,
    undefined: undefined,
    'the input in a list': [input],
    'the input as a string': JSON.stringify(input),
  }
}

/** React resolves these references while decoding, and refuses the call if it can't, before our code runs. */
const malformedModels = [
  '$Q1',
  '$W99',
  '$K',
  '$B1',
  '$@99',
  '$h99',
  '$i1',
  '$R7',
  '$F1',
  '$1',
  '$0',
  '$0:0:0',
  '$n',
  '$n9x',
  '$D',
  '$A1',
  '$T',
  '$Sreact.element',
  '$Z',
  '$',
]

/** Arguments that no page of the app sends. */
export const argumentKinds: Catalogue = (row) => {
  const attack = (name: string, shots: Attack['shots']): Attack => ({ group: 'arguments', name, shots })
  const spread = (name: string, shots: Attack['shots']): Attack => ({
    ...attack(name, shots),
    spread: 'both',
  })
  const whole: Refusal = refusalOfNoInput(row)
  // An action without fields ignores its input.
  const must = row.fields.length === 0 ? 'either' : 'hold'
  const kinds = [
    'Map',
    'Set',
    'File',
    'Date',
    'BigInt',
    'huge BigInt',
    'Promise',
    'Promise of a form',
    'bytes',
    'iterator',
    'stream',
    'temporary reference',
    'server function',
    'server function with bound arguments',
    'thenable',
    'object with toString',
    'object with toJSON',
    'NaN',
    'Infinity',
    'undefined',
    'the input in a list',
    'the input as a string',
  ]
  const inFields = kinds.filter((kind) => !kind.includes('input') && kind !== 'undefined')

  return [
    ...kinds.map((kind) =>
      spread(`${kind} instead of the input`, (arena) => {
        const caller = allowedCaller(arena, row)
        const request = callsTo(arena, row, caller).argument(exotics(arena, row, row.input(arena))[kind])
        // React drops `then` from input, and nothing else with it.
        return [
          {
            label: kind,
            caller,
            request,
            must: kind === 'thenable' ? 'either' : must,
            refusal: orPlaceholder(whole, kind),
          },
        ]
      }),
    ),
    ...(row.fields.length === 0
      ? []
      : inFields.map((kind) =>
          spread(`${kind} instead of a field`, (arena) => {
            const caller = allowedCaller(arena, row)
            const input = row.input(arena)
            return row.fields.map((field): Shot => {
              const value = exotics(arena, row, { [field.path]: 'acme' })[kind]
              const request = callsTo(arena, row, caller).json(withValue(input, field.path, value))
              const refusal = orPlaceholder(refusalOf(row, field), kind)
              return { label: field.path, caller, request, must: 'hold', refusal }
            })
          }),
        )),
    spread('dangling references', (arena) => {
      const caller = allowedCaller(arena, row)
      const calls = callsTo(arena, row, caller)
      return malformedModels.map((text) => ({
        label: text,
        caller,
        request: calls.argument(new RawModel(text)),
        must,
        refusal: { ...whole, ...byReact },
      }))
    }),
    { ...attack('too few or too many arguments', (arena) => countShots(arena, row)), spread: 'shots' },
    spread('bodies that are not an argument list', (arena) => bodyShots(arena, row)),
  ]
}

/** React's placeholder throws on any access, even a length check. */
function orPlaceholder({ codes = [], ...refusal }: Refusal, kind: string): Refusal {
  return { ...refusal, codes: kind === 'temporary reference' ? [...codes, 'INTERNAL'] : codes }
}
