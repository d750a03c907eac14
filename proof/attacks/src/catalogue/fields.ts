import type { Refusal, Shot } from '../engine/attack'
import { allowedCaller } from '../engine/caller'
import { callsTo, valueAt, withValue } from '../engine/calls'
import type { Arena } from '../engine/arena'
import type { Field, NamedRow } from '../engine/row'

/** The expected refusal of a wrong value in this field. A wrong organization is refused before validation. */
export function refusalOf(row: NamedRow, field: Field): Refusal {
  if (field.path === 'organization') return { codes: ['NOT_FOUND'] }
  if (field.path === 'captcha') return { invalid: true, codes: ['CAPTCHA_REQUIRED', 'CAPTCHA_FAILED'] }
  return { invalid: true, codes: row.refusals }
}

/** The expected refusal of a wrongly shaped value: the schema refuses it before anything reads it. */
export function refusalOfShape(row: NamedRow, field: Field): Refusal {
  const isReadBefore = field.path === 'organization' || field.path === 'captcha'
  return isReadBefore ? refusalOf(row, field) : { invalid: true }
}

/** The expected refusal of missing or unreadable input, by the first check that reads the raw input. */
export function refusalOfNoInput(row: NamedRow): Refusal {
  if (row.kind === 'organization') return { invalid: true, codes: ['NOT_FOUND'] }
  return { invalid: true, codes: row.captcha ? ['CAPTCHA_REQUIRED'] : [] }
}

interface FieldShot {
  field: Field
  value: unknown
  label?: string
  must?: Shot['must']
  refusal?: Refusal
}

/** The allowed call with one value replaced, sent as a plain object so the value arrives unchanged. */
export function fieldShot(arena: Arena, row: NamedRow, shot: FieldShot): Shot {
  const caller = allowedCaller(arena, row)
  const input = withValue(row.input(arena), shot.field.path, shot.value)
  return {
    label: `${shot.field.path}: ${shot.label ?? summary(shot.value)}`,
    caller,
    input,
    request: callsTo(arena, row, caller).json(input),
    must: shot.must ?? 'hold',
    refusal: shot.refusal ?? refusalOf(row, shot.field),
  }
}

/** Returns text that the field accepts, with this many characters. */
export function textOf(arena: Arena, row: NamedRow, field: Field, length: number): string {
  if (field.lengthen) return field.lengthen(length)
  return String(valueAt(row.input(arena), field.path) ?? '/')
    .padEnd(length, 'x')
    .slice(0, length)
}

function summary(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
