import type { Attack, Catalogue, Shot } from '../engine/attack'
import { allowedCaller } from '../engine/caller'
import { callsTo, withValue } from '../engine/calls'
import { fieldShot, refusalOf, refusalOfShape, refusalOfNoInput, textOf } from './fields'
import type { Arena } from '../engine/arena'
import type { NamedRow } from '../engine/row'

/** Characters. Under the body limit of 128 KiB and far over any field's limit. */
const LARGE = 100_000
const OVER_THE_BODY_LIMIT = 140_000

/** The framework refuses a body over the limit before our code runs: a digest, a plain page, or a closed connection. */
const byTheFramework = { thrown: [500], pages: [0, 400, 413, 500] } as const

/** Input that is too long, too large or too deep. */
export const size: Catalogue = (row) => {
  const attack = (name: string, shots: Attack['shots']): Attack => ({ group: 'size', name, shots })
  const spread = (name: string, shots: Attack['shots']): Attack => ({
    ...attack(name, shots),
    spread: 'both',
  })
  const large = (name: string, shots: Attack['shots']): Attack => ({ ...spread(name, shots), large: true })
  const bounded = row.fields.filter(({ longest }) => longest !== undefined)
  const attacks = [
    large('5,000 extra fields', (arena) => [wide(arena, row)]),
    large('a body over the limit', (arena) => overTheLimit(arena, row)),
    spread('deep nesting', (arena) => deep(arena, row)),
  ]
  if (bounded.length > 0) {
    attacks.push(
      attack('one over the bound', (arena) =>
        bounded.map((field) => {
          const length = (field.longest ?? 0) + 1
          const value = field.kind === 'list' ? uuids(length) : textOf(arena, row, field, length)
          return fieldShot(arena, row, { field, value, refusal: refusalOfShape(row, field) })
        }),
      ),
    )
  }
  const least = row.fields.filter(({ shortest }) => shortest !== undefined)
  if (least.length > 0) {
    attacks.push(
      attack('one under the bound', (arena) =>
        least.map((field) => {
          const value = textOf(arena, row, field, (field.shortest ?? 0) - 1)
          return fieldShot(arena, row, { field, value, refusal: refusalOfShape(row, field) })
        }),
      ),
    )
  }
  if (row.fields.length > 0) {
    attacks.push(
      large('a very long string instead of a field', (arena) =>
        row.fields.map((field) => fieldShot(arena, row, { field, value: 'a'.repeat(LARGE) })),
      ),
      large('a list of 10,000 instead of a field', (arena) =>
        row.fields.map((field) =>
          fieldShot(arena, row, { field, value: Array.from({ length: 10_000 }, (_, index) => index) }),
        ),
      ),
      large('a list of 3,000 IDs instead of a field', (arena) =>
        row.fields.map((field) => fieldShot(arena, row, { field, value: uuids(3000) })),
      ),
    )
  }
  return attacks
}

function uuids(count: number): string[] {
  return Array.from(
    { length: count },
    (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  )
}

function wide(arena: Arena, row: NamedRow): Shot {
  const caller = allowedCaller(arena, row)
  const extra = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`field-${index}`, index]))
  const request = callsTo(arena, row, caller).json({ ...row.input(arena), ...extra })
  return { label: 'as an object', caller, request, must: 'hold', refusal: { invalid: true } }
}

function overTheLimit(arena: Arena, row: NamedRow): Shot[] {
  const caller = allowedCaller(arena, row)
  const calls = callsTo(arena, row, caller)
  const input = { ...row.input(arena), padding: 'a'.repeat(OVER_THE_BODY_LIMIT) }
  const shot = { caller, must: 'hold', refusal: byTheFramework } as const
  return [
    { label: 'plain text', request: calls.json(input), ...shot },
    { label: 'multipart', request: calls.form(input), ...shot },
    { label: 'without JavaScript', request: calls.plainForm(input), ...shot },
  ]
}

/** React decodes recursively and may give up before our code runs. */
function deep(arena: Arena, row: NamedRow): Shot[] {
  const caller = allowedCaller(arena, row)
  const calls = callsTo(arena, row, caller)
  const lists = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
  const objects = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`
  const values = { lists: [500, 50_000].map(lists), objects: [500, 20_000].map(objects) }
  const [field] = row.fields
  return Object.entries(values).flatMap(([name, texts]) =>
    texts.flatMap((text): Shot[] => {
      const label = `${name}, ${text.length} characters`
      // An action without input ignores it.
      const whole: Shot = {
        label,
        caller,
        request: calls.jsonText(text),
        must: row.fields.length === 0 ? 'either' : 'hold',
        refusal: {
          ...refusalOfNoInput(row),
          ...byTheFramework,
        },
      }
      if (!field) return [whole]
      const marked = JSON.stringify(withValue(row.input(arena), field.path, '@deep@'))
      const request = calls.jsonText(marked.replace('"@deep@"', text))
      const refusal = { ...refusalOf(row, field), ...byTheFramework }
      return [whole, { label: `${label}, as ${field.path}`, caller, request, must: 'hold', refusal }]
    }),
  )
}
