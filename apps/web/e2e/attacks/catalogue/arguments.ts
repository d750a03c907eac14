import {
  Iterated,
  Promised,
  RawModel,
  ServerFunction,
  Streamed,
  TemporaryReference,
  Upload,
} from '../../fixtures/reply-encoding'
import type { Attack, Catalogue, Refusal, Shot } from '../attack'
import { rightfulCaller } from '../caller'
import { callsTo, formOf, withValue } from '../calls'
import { refusalOf } from './fields'
import type { Arena } from '../arena'
import type { Input, NamedRow } from '../matrix/row'

/** What React decodes into something else than JSON; the rightful input stands inside where it can. */
function exotics(arena: Arena, row: NamedRow, input: Input): Record<string, unknown> {
  // The endpoint itself, made ready to be called by whatever touches it: its rightful changes would show that it was.
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
    'list around the input': [input],
    'text of the input': JSON.stringify(input),
  }
}

/** React resolves these references while decoding and refuses the whole call when it cannot, before any code of ours. */
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

const byReact = { thrown: [500], pages: [500] } as const

/** Arguments that a page of the app would never send. */
export const argumentKinds: Catalogue = (row) => {
  const attack = (name: string, shots: Attack['shots']): Attack => ({ group: 'arguments', name, shots })
  const whole: Refusal = { invalid: true, codes: row.kind === 'organization' ? ['NOT_FOUND'] : [] }
  // An action without fields reads nothing of what it is given.
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
    'list around the input',
    'text of the input',
  ]
  const inFields = kinds.filter((kind) => !kind.includes('input') && kind !== 'undefined')

  return [
    ...kinds.map((kind) =>
      attack(`${kind} in place of the input`, (arena) => {
        const caller = rightfulCaller(arena, row)
        const request = callsTo(arena, row, caller).argument(exotics(arena, row, row.input(arena))[kind])
        // React itself takes `then` from what a caller sends, and with it nothing else.
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
          attack(`${kind} in place of a field`, (arena) => {
            const caller = rightfulCaller(arena, row)
            const input = row.input(arena)
            return row.fields.map((field): Shot => {
              const value = exotics(arena, row, { [field.path]: 'acme' })[kind]
              const request = callsTo(arena, row, caller).json(withValue(input, field.path, value))
              const refusal = orPlaceholder(refusalOf(row, field), kind)
              return { label: field.path, caller, request, must: 'hold', refusal }
            })
          }),
        )),
    attack('references that lead nowhere', (arena) => {
      const caller = rightfulCaller(arena, row)
      const calls = callsTo(arena, row, caller)
      return malformedModels.map((text) => ({
        label: text,
        caller,
        request: calls.argument(new RawModel(text)),
        must,
        refusal: { ...whole, ...byReact },
      }))
    }),
    attack('fewer or more arguments', (arena) => countShots(arena, row)),
    attack('bodies that are no list of arguments', (arena) => bodyShots(arena, row)),
  ]
}

/** React's placeholder throws at whatever touches it, the check of its length included; that is all that happens. */
function orPlaceholder({ codes = [], ...refusal }: Refusal, kind: string): Refusal {
  return { ...refusal, codes: kind === 'temporary reference' ? [...codes, 'INTERNAL'] : codes }
}

function countShots(arena: Arena, row: NamedRow): Shot[] {
  const caller = rightfulCaller(arena, row)
  const calls = callsTo(arena, row, caller)
  const input = row.input(arena)
  const rightful = row.encoding === 'form' ? formOf(input) : input
  const none: Refusal = { invalid: true, codes: row.kind === 'organization' ? ['NOT_FOUND'] : [] }
  const shot = (label: string, args: unknown, must: Shot['must'], refusal: Refusal = none): Shot => ({
    label,
    caller,
    request: calls.arguments(args),
    must: row.fields.length === 0 ? 'either' : must,
    refusal,
  })
  const front = row.stateful ? [{}] : []
  return [
    shot('none', [], 'hold'),
    // With a state in front, the input of a call without one is taken for the state.
    ...(row.stateful ? [shot('without the state', [rightful], 'hold')] : []),
    shot('one more in front', [null, ...front, rightful], 'hold'),
    shot('one more behind', [...front, rightful, rightful], 'either'),
    shot('a thousand', [...front, rightful, ...Array.from({ length: 990 }, () => null)], 'either'),
    shot(
      'over the framework’s limit',
      [...front, rightful, ...Array.from({ length: 1100 }, () => null)],
      'hold',
      byReact,
    ),
  ]
}

/** React and the framework spread whatever list they find; what is none, they refuse before any code of ours. */
function bodyShots(arena: Arena, row: NamedRow): Shot[] {
  const caller = rightfulCaller(arena, row)
  const calls = callsTo(arena, row, caller)
  const input = JSON.stringify(row.input(arena))
  const list = row.stateful
    ? { '0': {}, '1': row.input(arena), length: 2 }
    : { '0': row.input(arena), length: 1 }
  const texts: Record<string, string> = {
    empty: '',
    'half a list': '[{"a"',
    'two lists': '[][]',
    'the bare input': input,
    'a text': '"acme"',
    null: 'null',
    number: '1',
    'something like a list': JSON.stringify(list),
    'a list of any length': '{"length":1000000000}',
    'a negative length': '{"length":-1}',
    'not UTF-8': '\ufffd\ufffd',
    'form encoding': 'organization=acme&taskIds=1',
  }
  return Object.entries(texts).map(([label, root]) => ({
    label,
    caller,
    request: calls.encoded({ root, parts: [] }),
    must: 'either',
    refusal: { invalid: true, codes: row.kind === 'organization' ? ['NOT_FOUND'] : [], ...byReact },
  }))
}
