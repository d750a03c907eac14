import type { Attack, Catalogue, Shot } from '../engine/attack'
import { fieldShot, refusalOfShape, textOf } from './fields'
import { valueAt, withValue, callsTo } from '../engine/calls'
import { allowedCaller } from '../engine/caller'
import type { Arena } from '../engine/arena'
import type { Field, NamedRow } from '../engine/row'

/** Text that is code in some language. Free text fields must store it literally. */
const literals = [
  "'; DROP TABLE member; --",
  "' OR '1'='1",
  '$1, $2; SELECT pg_sleep(5)',
  "\"; COPY member TO PROGRAM 'id'; --",
  "\\'; SELECT 1; --",
  '${7*7} {{7*7}} #{7*7} %{7*7}',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '=HYPERLINK("http://evil.example")',
  '%00 %27 %0d%0aSet-Cookie: a=b',
  '$K1 $@1 $undefined $h1 $T',
  '$undefined',
  '$ACTION_ID_0000',
  'null',
  '\u05d0.exe 👩‍👩‍👧 \u0646\u0627\u0645\u0647\u200c\u0627\u06cc \u00e9',
]

/** Postgres can't store NUL, and UTF-8 can't encode lone surrogates. */
const unstorable = { 'a NUL': 'a\0b', 'a lone surrogate': 'a\ud800b', 'a lone low surrogate': 'a\udc00b' }

/** Text that reorders the sentence around it, and names that show nothing. */
const reordering = '\u202egpj.exe'
const blanks = ['\u200b', '\u00ad', '\u200c', '\u2800', '\u3164']

const days = [
  '2031-02-30',
  '2031-13-01',
  '2031-2-8',
  '10000-01-01',
  '-000001-01-01',
  '99999-12-31',
  '1999-12-31',
  '0000-00-00',
  '2200-01-01',
  '2031-02-28T00:00:00Z',
  '2031-02-28 00:00',
  ' 2031-02-28',
  '2031-02-28\n',
  'infinity',
  '-infinity',
  'now',
  'today',
  'epoch',
  'J2451187',
  '9007199254740993',
]

const choices = [
  'DONE',
  'done ',
  '',
  '0',
  '4',
  '2147483648',
  '-1',
  '__proto__',
  'constructor',
  'toString',
  "done' OR 1=1",
  'done\0',
]

function ids(own: string): string[] {
  return [
    `{${own}}`,
    `urn:uuid:${own}`,
    ` ${own}`,
    `${own}\n`,
    own.replaceAll('-', ''),
    `${own}'`,
    `${own}; DROP TABLE member`,
    `${own}\0`,
    '0',
    '-1',
    '2147483648',
    '*',
    '%',
    '../',
    'null',
    '__proto__',
  ]
}

/** Values of the right type that are wrong, or look wrong but are valid. */
export const values: Catalogue = (row) => {
  const attack = (name: string, shots: Attack['shots']): Attack => ({ group: 'values', name, shots })
  /** Each field has more shots than there are turns, so it gets some of them. */
  const spread = (name: string, shots: Attack['shots']): Attack => ({
    ...attack(name, shots),
    spread: 'shots',
  })
  const has = (kind: string) => row.fields.some((field) => field.kind === kind)
  return [
    ...(row.fields.some(({ free }) => free)
      ? [
          spread('code in free text is stored literally', (arena) => literalShots(arena, row)),
          attack('free text at its bound is stored', (arena) => boundShots(arena, row)),
          attack('text that hides or reorders', (arena) => hiddenShots(arena, row)),
        ]
      : []),
    ...(has('text') ? [spread('code instead of a value', (arena) => codeShots(arena, row))] : []),
    ...Object.entries(unstorable).flatMap(([name, text]) =>
      has('text')
        ? [
            {
              ...attack(name, (arena) => unstorableShots(arena, row, text)),
              // Every field gets the NUL; both surrogates are refused like it.
              spread: text.includes('\0') ? undefined : 'shots',
            } satisfies Attack,
          ]
        : [],
    ),
    ...(has('day') ? [spread('invalid dates', (arena) => valueShots(arena, row, 'day', () => days))] : []),
    ...(has('choice')
      ? [spread('invalid choices', (arena) => valueShots(arena, row, 'choice', () => choices))]
      : []),
    ...(has('uuid') || has('list') ? [spread('invalid IDs', (arena) => idShots(arena, row))] : []),
    ...(row.fields.some(mustBeFilled)
      ? [attack('empty required values', (arena) => emptyShots(arena, row))]
      : []),
    ...(row.fields.some(({ misleading }) => misleading)
      ? [attack('misleading names', (arena) => misleadingShots(arena, row))]
      : []),
    ...(has('list') ? [attack('a repeated ID', (arena) => repeatedIdShots(arena, row))] : []),
  ]
}

function literalShots(arena: Arena, row: NamedRow): Shot[] {
  const caller = allowedCaller(arena, row)
  const calls = callsTo(arena, row, caller)
  return row.fields
    .filter(({ free, longest = 0 }) => free && longest >= 80)
    .flatMap((field) =>
      literals.map((literal) => {
        const input = withValue(row.input(arena), field.path, literal)
        const label = `${field.path}: ${JSON.stringify(literal)}`
        return { label, caller, input, request: calls.likeTheApp(input), must: 'succeed', refusal: {} }
      }),
    )
}

const mustBeFilled = ({ kind, required, mayBeEmpty }: Field) =>
  required && !mayBeEmpty && (kind === 'text' || kind === 'list')

/** Spaces are a valid password, and a token of spaces is refused as invalid. */
function emptyShots(arena: Arena, row: NamedRow): Shot[] {
  return row.fields.filter(mustBeFilled).flatMap((field) => {
    const nothing = field.kind === 'list' ? [] : ''
    const blanks = field.kind === 'list' || field.secret ? [] : [' ', '\t\n', '\u2003']
    return [
      fieldShot(arena, row, { field, value: nothing, refusal: refusalOfShape(row, field) }),
      ...blanks.map((value) => fieldShot(arena, row, { field, value })),
    ]
  })
}

/** The longest allowed text, with one and with four bytes per character. */
function boundShots(arena: Arena, row: NamedRow): Shot[] {
  return row.fields
    .filter(({ free }) => free)
    .flatMap((field) => {
      const longest = field.longest ?? 0
      const texts = ['x'.repeat(longest), '𝒳'.repeat(longest / 2)]
      return texts.map((value) =>
        fieldShot(arena, row, { field, value, must: 'succeed', label: `${longest} characters` }),
      )
    })
}

/** Optional and long text may be blank. */
function hiddenShots(arena: Arena, row: NamedRow): Shot[] {
  return row.fields
    .filter(({ free }) => free)
    .flatMap((field) =>
      [reordering, ...(mustBeFilled(field) && (field.longest ?? 0) <= 200 ? blanks : [])].map((value) =>
        fieldShot(arena, row, { field, value, refusal: refusalOfShape(row, field) }),
      ),
    )
}

/** Plain words are excluded, because they are valid slugs. */
const isCode = (literal: string) => !/^[a-z]+$/.test(literal)

function codeShots(arena: Arena, row: NamedRow): Shot[] {
  return row.fields
    .filter(({ kind, free, required, secret }) => kind === 'text' && !free && required && !secret)
    .flatMap((field) => literals.filter(isCode).map((value) => fieldShot(arena, row, { field, value })))
}

/** Excludes passwords, which are hashed, and redirect targets, which are not stored. */
function unstorableShots(arena: Arena, row: NamedRow, text: string): Shot[] {
  return row.fields
    .filter(({ kind }) => kind === 'text')
    .map((field) => {
      const value = `${textOf(arena, row, field, 14)}${text}`
      return fieldShot(arena, row, {
        field,
        value,
        label: JSON.stringify(text),
        must: field.secret || !field.required ? 'either' : 'hold',
      })
    })
}

function misleadingShots(arena: Arena, row: NamedRow): Shot[] {
  return row.fields.flatMap((field) =>
    (field.misleading ?? []).map((value) =>
      fieldShot(arena, row, { field, value, refusal: refusalOfShape(row, field) }),
    ),
  )
}

function valueShots(arena: Arena, row: NamedRow, kind: string, wrong: () => readonly string[]): Shot[] {
  return row.fields
    .filter((field) => field.kind === kind)
    .flatMap((field) =>
      wrong()
        .filter((value) => value !== '' || !field.mayBeEmpty)
        .map((value) => fieldShot(arena, row, { field, value, refusal: refusalOfShape(row, field) })),
    )
}

function idShots(arena: Arena, row: NamedRow): Shot[] {
  return row.fields.flatMap((field) => {
    const refusal = refusalOfShape(row, field)
    const given = valueAt(row.input(arena), field.path) ?? arena.userId('viewer@acme.test')
    if (field.kind === 'uuid')
      return ids(String(given)).map((value) => fieldShot(arena, row, { field, value, refusal }))
    if (field.kind !== 'list' || !Array.isArray(given)) return []
    const [first, ...rest] = given.map(String)
    return ids(first ?? '')
      .filter((value) => value !== first)
      .map((value) => fieldShot(arena, row, { field, value: [value, ...rest], refusal }))
  })
}

/** Postgres reads both spellings as the same ID. */
function repeatedIdShots(arena: Arena, row: NamedRow): Shot[] {
  return row.fields
    .filter(({ kind }) => kind === 'list')
    .flatMap((field) => {
      const given = valueAt(row.input(arena), field.path)
      const [first] = Array.isArray(given) ? given.map(String) : []
      if (!first) return []
      const repeated = [
        [first, first],
        [first, first.toUpperCase()],
      ]
      return repeated.map((value) => fieldShot(arena, row, { field, value }))
    })
}
