import type { Attack, Catalogue, Shot } from '../engine/attack'
import { allowedCaller } from '../engine/caller'
import { callsTo, withValue, withoutValue } from '../engine/calls'
import { recordedOnce } from '../engine/recorded'
import { fileShots, repeatedKeyShots, twiceShots } from './repetition'
import { fieldShot, refusalOf, refusalOfNoInput } from './fields'
import type { Arena } from '../engine/arena'
import type { Field, NamedRow } from '../engine/row'

/** Values that are not text. `fits` names the kind of field that could accept one. */
const wrongTypes: readonly { name: string; value: unknown; fits?: Field['kind'] }[] = [
  { name: 'null', value: null },
  { name: 'a number', value: 7 },
  { name: 'a boolean', value: true },
  { name: 'an empty list', value: [] },
  { name: 'a list of strings', value: ['acme', 'globex'] },
  { name: 'a list of lists', value: [[['acme']]] },
  { name: 'a list of null', value: [null] },
  { name: 'an object', value: { id: 'acme' } },
  { name: 'an operator object', value: { $ne: null, $gt: '' } },
  { name: 'an object with toString', value: { toString: 'acme', valueOf: 'acme', length: 1, 0: 'a' } },
]

/** Column names of our tables with values an attacker would want. */
const extraFields: Record<string, unknown> = {
  role: 'owner',
  organizationId: '00000000-0000-4000-8000-000000000001',
  userId: '00000000-0000-4000-8000-000000000001',
  ownerId: '00000000-0000-4000-8000-000000000001',
  createdBy: '00000000-0000-4000-8000-000000000001',
  id: '00000000-0000-4000-8000-000000000001',
  emailVerified: 'true',
  banned: 'false',
  banExpires: '2000-01-01',
  isAdmin: 'true',
  rememberMe: 'true',
  callbackURL: 'https://evil.example/',
  redirectTo: 'https://evil.example/',
  image: 'https://evil.example/x.png',
  createdAt: '2000-01-01',
}

/** Prototype names as own keys, as JSON can contain them. */
const prototypeTexts: Record<string, string> = {
  ['__proto__']: '{"role":"owner","isAdmin":true,"organization":"globex"}',
  constructor: '{"prototype":{"role":"owner","isAdmin":true}}',
  prototype: '{"role":"owner"}',
  hasOwnProperty: 'true',
  toString: '"x"',
  toJSON: '"x"',
  then: '"x"',
}

/** Input of the wrong shape. */
export const shape: Catalogue = (row) => {
  const attack = (name: string, shots: Attack['shots'], spread?: Attack['spread']): Attack => ({
    group: 'shape',
    name,
    shots,
    spread,
  })
  const fits = (field: Field, { value, fits: kind }: (typeof wrongTypes)[number]) =>
    kind === field.kind || (value === null && field.nullable)
  const attacks = [
    attack('extra fields', (arena) => extraShots(arena, row), 'shots'),
    attack('prototype keys', (arena) => prototypeShots(arena, row), 'both'),
    attack('the refusal of wrong input is recorded', (arena) => [recordedShot(arena, row)]),
  ]
  if (row.fields.length === 0) return attacks
  attacks.push(
    attack('missing fields', (arena) => missingShots(arena, row)),
    ...wrongTypes.map((wrong) =>
      attack(
        `${wrong.name} instead of a field`,
        (arena) =>
          row.fields
            .filter((field) => !fits(field, wrong))
            .map((field) => fieldShot(arena, row, { field, value: wrong.value })),
        'attacks',
      ),
    ),
  )
  if (row.encoding === 'form') {
    attacks.push(
      attack('a repeated field', (arena) => twiceShots(arena, row), 'shots'),
      attack('a file instead of a field', (arena) => fileShots(arena, row)),
    )
  } else {
    attacks.push(attack('a repeated key', (arena) => repeatedKeyShots(arena, row)))
  }
  return attacks
}

function extraShots(arena: Arena, row: NamedRow): Shot[] {
  const caller = allowedCaller(arena, row)
  const calls = callsTo(arena, row, caller)
  const shot = (label: string, request: Shot['request']): Shot => ({
    label,
    caller,
    request,
    must: 'hold',
    refusal: { invalid: true },
  })
  const input = row.input(arena)
  const inner = row.fields.filter(({ kind }) => kind === 'object')
  const extra = Object.entries(extraFields).filter(([name]) => !(name in input))
  // Spread, each way of sending them keeps some.
  return [
    ...extra.map(([name, value]) => shot(name, calls.likeTheApp({ ...input, [name]: value }))),
    ...(row.encoding === 'form'
      ? extra.map(([name, value]) => shot(`${name}, as an object`, calls.json({ ...input, [name]: value })))
      : []),
    ...inner.flatMap(({ path }) =>
      extra.map(([name, value]) =>
        shot(`${path}.${name}`, calls.json(withValue(input, `${path}.${name}`, value))),
      ),
    ),
  ]
}

function recordedShot(arena: Arena, row: NamedRow): Shot {
  const caller = allowedCaller(arena, row)
  const input = { ...row.input(arena), unknown: 'x' }
  const request = callsTo(arena, row, caller).likeTheApp(input)
  const recorded = recordedOnce(arena, 'invalid')
  return { label: 'once', caller, request, must: 'hold', refusal: { invalid: true }, ...recorded }
}

/** React drops some of these while decoding; the call must then be exactly the allowed one. */
function prototypeShots(arena: Arena, row: NamedRow): Shot[] {
  const caller = allowedCaller(arena, row)
  const calls = callsTo(arena, row, caller)
  const members = JSON.stringify(row.input(arena)).slice(1, -1)
  return Object.entries(prototypeTexts).flatMap(([name, value]) => {
    const own = `"${name}":${value}`
    const shot = (label: string, request: Shot['request']): Shot => ({
      label,
      caller,
      request,
      must: 'either',
      refusal: { invalid: true, codes: [...row.refusals, ...(refusalOfNoInput(row).codes ?? [])] },
    })
    return [
      shot(name, calls.jsonText(`{${[members, own].filter(Boolean).join()}}`)),
      shot(`only ${name}`, calls.jsonText(`{"__proto__":{${members}}}`)),
      ...(row.encoding === 'form'
        ? [shot(`${name} in a form`, calls.form({ ...row.input(arena), [name]: value }))]
        : []),
    ]
  })
}

function missingShots(arena: Arena, row: NamedRow): Shot[] {
  const caller = allowedCaller(arena, row)
  const calls = callsTo(arena, row, caller)
  return row.fields
    .filter(({ required }) => required)
    .flatMap((field) => {
      const input = withoutValue(row.input(arena), field.path)
      const shot = { caller, must: 'hold', refusal: refusalOf(row, field) } as const
      const absent: Shot = { label: `without ${field.path}`, request: calls.likeTheApp(input), ...shot }
      if (field.kind !== 'object' && field.kind !== 'list') return [absent]
      const empty = withValue(input, field.path, field.kind === 'list' ? [] : {})
      return [absent, { label: `${field.path} empty`, request: calls.likeTheApp(empty), ...shot }]
    })
}
