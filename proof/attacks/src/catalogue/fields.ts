import type { Refusal, Shot } from '../engine/attack'
import { rightfulCaller } from '../engine/caller'
import { callsTo, valueAt, withValue } from '../engine/calls'
import type { Arena } from '../engine/arena'
import type { Field, NamedRow } from '../engine/row'

/** How input that is wrong in this field is refused; without a readable organization nobody gets further than that. */
export function refusalOf(row: NamedRow, field: Field): Refusal {
  if (field.path === 'organization') return { codes: ['NOT_FOUND'] }
  if (field.path === 'captcha') return { invalid: true, codes: ['CAPTCHA_REQUIRED', 'CAPTCHA_FAILED'] }
  return { invalid: true, codes: row.refusals }
}

/** How input is refused that has not the shape which the schema asks for: by it, before anything looks at what it says. */
export function refusalOfShape(row: NamedRow, field: Field): Refusal {
  const isReadBefore = field.path === 'organization' || field.path === 'captcha'
  return isReadBefore ? refusalOf(row, field) : { invalid: true }
}

/** How input that is none, or that cannot be read, is refused: what has to be read before the schema is missed first. */
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

/** The rightful call with one value replaced, sent as a plain object so that the value arrives as it is. */
export function fieldShot(arena: Arena, row: NamedRow, shot: FieldShot): Shot {
  const caller = rightfulCaller(arena, row)
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

/** A text that the field would accept, grown or shrunk to this many characters. */
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
