import { allowedCaller } from '../engine/caller'
import { callsTo, formOf } from '../engine/calls'
import { refusalOfNoInput } from './fields'
import type { Arena } from '../engine/arena'
import type { Refusal, Shot } from '../engine/attack'
import type { NamedRow } from '../engine/row'

/** The framework refuses what it can't decode, before our code runs. */
export const byReact = { thrown: [500], pages: [500] } as const

export function countShots(arena: Arena, row: NamedRow): Shot[] {
  const caller = allowedCaller(arena, row)
  const calls = callsTo(arena, row, caller)
  const input = row.input(arena)
  const allowed = row.encoding === 'form' ? formOf(input) : input
  const none: Refusal = refusalOfNoInput(row)
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
    // If a call has no state, a stateful action uses its input as the state.
    ...(row.stateful ? [shot('without the state', [allowed], 'hold')] : []),
    shot('an extra argument in front', [null, ...front, allowed], 'hold'),
    shot('an extra argument at the end', [...front, allowed, allowed], 'either'),
    shot('a thousand arguments', [...front, allowed, ...Array.from({ length: 990 }, () => null)], 'either'),
    shot(
      "over the framework's limit",
      [...front, allowed, ...Array.from({ length: 1100 }, () => null)],
      'hold',
      byReact,
    ),
  ]
}

/** React and the framework spread any list and refuse anything else before our code runs. */
export function bodyShots(arena: Arena, row: NamedRow): Shot[] {
  const caller = allowedCaller(arena, row)
  const calls = callsTo(arena, row, caller)
  const input = JSON.stringify(row.input(arena))
  const list = row.stateful
    ? { '0': {}, '1': row.input(arena), length: 2 }
    : { '0': row.input(arena), length: 1 }
  const texts: Record<string, string> = {
    empty: '',
    'a truncated list': '[{"a"',
    'two lists': '[][]',
    'the bare input': input,
    'a text': '"acme"',
    null: 'null',
    number: '1',
    'a list-like object': JSON.stringify(list),
    'a huge length': '{"length":1000000000}',
    'a negative length': '{"length":-1}',
    'not UTF-8': '\ufffd\ufffd',
    'form encoding': 'organization=acme&ids=1',
  }
  return Object.entries(texts).map(([label, root]) => ({
    label,
    caller,
    request: calls.encoded({ root, parts: [] }),
    must: 'either',
    refusal: { ...refusalOfNoInput(row), ...byReact },
  }))
}
