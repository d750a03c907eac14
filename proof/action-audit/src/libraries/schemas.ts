import {
  CREDENTIAL,
  INPUT,
  PARSED,
  constant,
  labeled,
  labelsOf,
  native,
  object,
  oneOf,
  promise,
  type Abstract,
} from '../guards/abstract'
import { bothFacts, factsOf, noFacts, type Facts } from '../guards/facts'
import { partsOf } from '../guards/parts'
import { ifPresent } from '../guards/presence'
import type { Call } from '../guards/run'
import { know } from '../guards/state'

type External = Extract<Abstract, { kind: 'external' }>
type Schema = Extract<Abstract, { kind: 'schema' }>

const sources =
  /^(zod|zod\/.*|valibot|yup|arktype|joi|superstruct|@sinclair\/typebox|typebox|zod-form-data|drizzle-zod|drizzle-valibot|effect|@effect\/schema|runtypes|io-ts|myzod|@zod\/mini)$/

const schema = (vacuous = false, optional = false): Schema => ({
  kind: 'schema',
  labels: 0,
  vacuous,
  ...(optional && { optional }),
})

/** Constructors that accept anything. */
const takesAll: ReadonlySet<string> = new Set(['any', 'unknown', 'custom', 'mixed', 'instanceof'])

/** Constructors that only wrap other schemas. */
const containers: ReadonlySet<string> = new Set([
  'array',
  'record',
  'partialRecord',
  'looseRecord',
  'map',
  'set',
  'promise',
  'optional',
  'nullable',
  'nullish',
  'readonly',
])

const makesOptional = /^(optional|nullable|nullish|partial|maybe|undefined_?|null_?|void_?)$/i

/** Whether a schema, or one in its shape, accepts a missing value. */
function hasOptional(value: Abstract, depth = 0): boolean {
  if (value.kind === 'schema') return value.optional === true
  return depth < 4 && partsOf(value).some((part) => hasOptional(part, depth + 1))
}

function isAnything(value: Abstract | undefined): boolean {
  return value?.kind === 'schema' && value.vacuous
}

/** The value of an import from a schema library. */
export function schemaValue(source: string, name: string): Abstract | undefined {
  if (source.startsWith('@conform-to/') && /^parse(With[A-Z]\w*)?$/.test(name))
    return native(name, submission)
  return sources.test(source)
    ? { kind: 'external', labels: 0, source, path: name === '*' ? '' : name }
    : undefined
}

/** `z.object({ … })`, `v.parse(schema, input)`. */
export function schemaCall({ source, path }: External, call: Call): Abstract | undefined {
  if (!sources.test(source)) return undefined
  const parts = path.split('.')
  const name = parts.at(-1) ?? ''
  const [first, second] = call.args
  if (first?.kind === 'schema' && second && parses.test(name))
    return parseWith(first, name, { ...call, args: [second] })
  if (second?.kind === 'schema' && ['assert', 'create', 'is', 'validate', 'mask'].includes(name) && first)
    return parseWith(second, name === 'is' ? 'isValidSync' : 'parse', { ...call, args: [first] })
  if (name === 'preprocess' && second?.kind === 'schema') return second
  if (name === 'config' || name === 'setErrorMap') return constant(undefined)
  if (path.startsWith('ZodError') || name === 'treeifyError' || name === 'flattenError') return labeled(0)
  const optional = makesOptional.test(name) || call.args.some((each) => hasOptional(each))
  if (containers.has(name)) return schema(isAnything(call.args.at(-1)), optional)
  return schema(takesAll.has(name) && !(name === 'custom' && call.args.length > 0), optional)
}

const parses = /^(parse|safeParse|parseAsync|safeParseAsync|assert|is|decodeUnknown\w*|Parse|Check)$/

function passed(call: Call, note: string): Facts {
  return factsOf({ column: 'validation', grade: 'proven', ...call.site, note })
}

/** A method of a schema: parsing proves validation, refining returns a schema. */
export function parseWith({ vacuous, optional = false }: Schema, key: string, call: Call): Abstract {
  const [input] = call.args
  const labels = input ? labelsOf(input) : 0
  const isInput = (labels & (INPUT | PARSED)) > 0
  const origin = input?.origin
  const value = labeled(vacuous ? labels : isInput ? (labels & ~INPUT) | PARSED : labels, {
    ...(origin !== undefined && { origin }),
    ...(optional &&
      labels & CREDENTIAL &&
      ifPresent(`parsed ${call.site.module.file}:${call.site.node.start}`, call.site)),
  })
  const facts = vacuous || !isInput ? noFacts : passed(call, `${key.replace('?', '')}() of a schema`)
  switch (key) {
    case 'parse':
    case 'assert':
    case 'validateSync':
    case 'cast':
    case 'from':
    case 'check':
      if (!input) return schema(vacuous, optional)
      if (key !== 'cast') know(call.state, facts)
      return value
    case 'parseAsync':
    case 'validate':
    case 'attempt':
      // Joi returns a result object. yup returns a promise that rejects.
      return answerOrPromise(
        call,
        key,
        {
          ...value,
          kind: 'object',
          members: new Map([
            ['error', labeled(0, { falsy: facts })],
            ['value', value],
          ]),
          rest: value,
        },
        facts,
      )
    case 'safeParse':
      return result(value, facts)
    case 'safeParseAsync':
    case 'spa':
      return promise(result(value, facts))
    case 'isValid':
      return promise(labeled(0, { truthy: facts }))
    case 'isValidSync':
      return labeled(0, { truthy: facts })
    case 'assert?':
      return input && isInput ? { ...value, falsy: facts } : schema(vacuous, optional)
    case 'decodeUnknownSync':
      know(call.state, facts)
      return value
    default:
      return schema(vacuous, key !== 'default' && key !== 'prefault' && (optional || makesOptional.test(key)))
  }
}

function answerOrPromise(call: Call, key: string, value: Abstract, facts: Facts): Abstract {
  return key === 'validate' && isAnswer(call) ? value : promise(value, facts)
}

/** Joi's `validate` doesn't throw, so the caller must check `error`. */
function isAnswer({ site }: Call): boolean {
  const parent = site.module.scopes.parentOf(site.node)
  return parent?.type === 'VariableDeclarator' && parent.id.type === 'ObjectPattern'
}

function result(value: Abstract, facts: Facts): Abstract {
  const there = { truthy: bothFacts(facts, value.truthy) }
  return object(
    {
      success: labeled(0, { truthy: facts }),
      data: { ...value, ...there },
      output: { ...value, ...there },
      value: { ...value, ...there },
      error: labeled(0, { falsy: facts }),
      issues: labeled(0, { falsy: facts }),
    },
    'result',
  )
}

/** `parseWithZod(formData, { schema })` of Conform. */
function submission(call: Call): Abstract {
  const [input, options] = call.args
  const given = options?.kind === 'object' ? options.members.get('schema') : undefined
  const isSchema = given !== undefined && !(given.kind === 'schema' && given.vacuous)
  const facts = isSchema ? passed(call, 'parse() of Conform') : noFacts
  const labels = input ? labelsOf(input) : 0
  const value = labeled((labels & ~INPUT) | PARSED, { truthy: facts })
  return object(
    {
      status: oneOf([
        { value: constant('success'), facts, denied: false },
        { value: constant('error'), facts: noFacts, denied: true },
      ]),
      value,
      payload: labeled(labels),
      reply: native('reply', () => labeled(0)),
      error: labeled(0, { falsy: facts }),
    },
    'submission',
  )
}
