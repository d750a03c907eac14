import type { Node } from 'oxc-parser'
import { staticKey, unwrapped } from '../syntax/node'
import {
  COUNTER,
  CREDENTIAL,
  DATA,
  INPUT,
  PARSED,
  PRINCIPAL,
  SECRET,
  labeled,
  labelsOf,
  object,
  unknown,
  type Abstract,
  type Option,
} from '../guards/abstract'
import { withoutClaims } from './identity-keys'
import { callExternal } from './external-call'
import { factsOf, noFacts, type Facts } from '../guards/facts'
import { UNTOLD, aboutOf, originsOf } from '../guards/origins'
import { withoutMissing } from '../guards/presence'
import { isCondition, isSingle, isStoreName, isDatabaseMethod, limitsByName, methodKind } from './names'
import { runInside, runOn, unknownArguments } from './natives'
import type { Call } from '../guards/run'
import { libraryCall } from '../libraries/library'
import { takesOpen } from './open-input'
import { recordUse } from './record-use'
import type { Use } from './use'

/** Packages whose methods have no lasting effects, whatever their names. */
const harmless =
  /^(node:|crypto$|path$|util$|url$|global$|react|next(\/|$)|lodash|date-fns|clsx|zod|Map$|Set$|bcrypt|lru-cache|node-cache|argon2|@node-rs|oslo|arctic)/

/** `db.post.delete({ … })`, or another method of an unknown object. */
export function methodUse(owner: Abstract, key: string, value: Abstract, call: Call): Abstract {
  const source = owner.kind === 'external' || owner.kind === 'host' ? sourceOf(owner) : ''
  const functions = call.args.filter((each) => each.kind === 'function')
  if (functions.length > 0 && call.run.settings.config.transactions.includes(key)) {
    const [work] = functions
    return work ? runOn(call, work, [owner]) : unknown
  }
  const known = value.kind === 'external' ? libraryCall(value, call) : undefined
  if (known) return known
  // The app's own call counter.
  if (
    /^(incr|incrby|hincrby|zcard|zcount|zremrangebyscore|llen|evalsha)$/i.test(key) &&
    !harmless.test(source)
  )
    return labeled(COUNTER)
  const kind = statementKind(key, call) ?? methodKind(key)
  const isStore =
    owner.kind !== 'object' && !(labelsOf(owner) & (INPUT | CREDENTIAL | COUNTER)) && !harmless.test(source)
  const isNamed = owner.kind !== 'any' || isDatabaseMethod(key) || namesOf(call.site.node).some(isStoreName)
  if (
    kind &&
    isStore &&
    isNamed &&
    functions.length === 0 &&
    (kind !== 'read' || isPlausible(owner, key, call))
  ) {
    const use = recordUse(kind, `${nameOf(owner)}.${key}`, call, {
      shape: /supabase/.test(source) ? 'answer' : isSingle(key) ? 'row' : 'rows',
    })
    addConditions(use, key, call)
    return resultOf(use, call)
  }
  if (value.kind === 'external') return callExternal(value, call)
  let labels = labelsOf(owner)
  for (const each of call.args)
    labels |=
      labelsOf(each) |
      (each.kind === 'function' ? labelsOf(runInside(call, each, unknownArguments(each))) : 0)
  return labeled(labels, { ...(owner.trail !== undefined && { trail: owner.trail }) })
}

/** The names before the method: `ctx`, `db` and `post` in `ctx.db.post.delete()`. */
function namesOf(node: Node): string[] {
  const bare = unwrapped(node)
  if (bare.type === 'CallExpression') return namesOf(bare.callee)
  if (bare.type === 'Identifier') return [bare.name]
  if (bare.type !== 'MemberExpression') return []
  const key = staticKey(bare.property, bare.computed)
  const isCalled = node === bare && methodKind(key ?? '') !== undefined
  return [...namesOf(bare.object), ...(key !== undefined && !isCalled ? [key] : [])]
}

/** The effect of an SQL statement passed as text. */
function statementKind(key: string, { args: [text] }: Call): 'read' | 'write' | 'create' | undefined {
  if (!['query', 'execute', 'unsafe', 'run', 'exec', 'raw', 'prepare'].includes(key)) return undefined
  if (text?.kind !== 'constant' || typeof text.value !== 'string') return undefined
  if (/^\s*insert\b/i.test(text.value)) return 'create'
  return changing.test(text.value) ? 'write' : 'read'
}

/** `get` and `list` are common names, so they count as reads only with input. */
function isPlausible(owner: Abstract, key: string, { args }: Call): boolean {
  if (key === 'get' || key === 'list') return owner.kind === 'external' && args.length > 0
  // `drizzle(process.env.DATABASE_URL)` is built from a secret.
  return owner.kind === 'external' || owner.kind === 'host' || (owner.labels & ~SECRET) === 0
}

function sourceOf(owner: Extract<Abstract, { kind: 'external' | 'host' }>): string {
  return owner.kind === 'external' ? owner.source : owner.name
}

function nameOf(owner: Abstract): string {
  if (owner.kind === 'external') return owner.path || owner.source
  return owner.kind === 'host' ? owner.name : (owner.trail ?? 'db')
}

/** The rest of a query: `….where(eq(posts.authorId, user.id))`. */
export function continueUse(owner: Abstract, key: string, call: Call): Abstract {
  const { use } = owner
  if (!use) return owner
  const labels = call.args.reduce((all, each) => all | labelsOf(each), 0)
  const kind = methodKind(key)
  use.changes += 1
  call.run.continued.push(use)
  // In `supabase.from('posts').update()`, the later method decides the effect.
  if (kind && kind !== 'read' && use.kind === 'read' && kind !== 'mail') use.kind = kind
  use.labels |= labels
  use.raw ||= (labels & INPUT) > 0
  use.open ||= takesOpen(key, call.args)
  if (isSingle(key)) {
    use.single = true
    if (use.shape === 'rows') use.shape = 'row'
  }
  if (isCondition(key)) {
    const where = call.args.reduce((all, each) => all | whereLabels(each), 0)
    conditionOn(use, isNegated(call) ? where & ~PRINCIPAL : where, call.args, call)
  }
  for (const each of call.args) if (each.kind === 'function') runInside(call, each, [owner])
  return resultOf(use, call)
}

/** `where('author_id', '!=', user.id)` selects the rows of everyone else, and a comparison by size selects others too. */
function isNegated({ args: [, operator] }: Call): boolean {
  return operator?.kind === 'constant' && /^(!=|<>|not|is not|[<>]=?)/i.test(String(operator.value).trim())
}

function addConditions(use: Use, key: string, call: Call): void {
  const [first] = call.args
  if (!first) return
  const given = first.kind === 'object' ? first.members.get('where') : undefined
  const where = given && conditionIn(given, use, key, call)
  // The number of rows since a time counts calls.
  const isTimed =
    where?.kind === 'object' && [...where.members.keys()].some((name) => /at$|since|time|date/i.test(name))
  if (isTimed && (key === 'count' || key === 'findMany')) use.counts = true
  if (where) return conditionOn(use, whereLabels(where), [where], call)
  const byFirst = /^(find|delete|replace|update(One|Many)|get|hget|del|remove|destroy)/.test(key)
  if (byFirst && use.shape !== 'answer' && !(first.kind === 'object' && first.members.has('data'))) {
    const by = conditionIn(first, use, key, call)
    conditionOn(use, whereLabels(by), [by], call)
  }
  if (['raw', 'query', '$queryRawUnsafe', 'execute', 'unsafe', '$executeRawUnsafe'].includes(key))
    conditionOn(
      use,
      call.args.reduce((all, each) => all | labelsOf(each), 0),
      call.args,
      call,
    )
}

/** The part of a condition that always narrows the query. */
function conditionIn(where: Abstract, use: Use, key: string, { state }: Call): Abstract {
  const claimed = withoutClaims(where, use.name)
  // A query by a unique value throws if it is missing.
  const isUnique = /^(findUnique|update|delete|upsert)(OrThrow)?$/.test(key)
  const isOnly = where.kind === 'object' && where.members.size === 1 && !where.rest
  return isUnique && isOnly ? claimed : withoutMissing(claimed, state.facts)
}

/** The labels of a condition. One side of an `OR`, a negation or a choice narrows nothing. */
function whereLabels(where: Abstract, depth = 0): number {
  if (depth > 6) return labelsOf(where)
  if (where.kind === 'oneOf') return choiceLabels(where.options, depth)
  if (where.kind === 'list')
    return where.items.reduce(
      (all, each) => all | whereLabels(each, depth + 1),
      where.labels | (where.rest ? labelsOf(where.rest) : 0),
    )
  if (where.kind !== 'object') return labelsOf(where)
  let labels = where.labels | (where.rest ? whereLabels(where.rest, depth + 1) : 0)
  for (const [key, value] of where.members) {
    const inner = whereLabels(value, depth + 1)
    if (key === 'not' || key === 'NOT' || key === 'notIn' || key === '$ne') labels |= inner & ~PRINCIPAL
    else if (key === 'OR' || key === '$or') labels |= everySide(value, depth) ? inner : inner & ~PRINCIPAL
    else labels |= inner
  }
  return labels
}

/** The labels of `all ? {} : { authorId }`. The caller can choose the side, unless it depends on permissions. */
function choiceLabels(options: readonly Option[], depth: number): number {
  const isDefault = ({ value }: Option) => value.kind === 'constant' && typeof value.value === 'string'
  const sides = options.filter((option) => !option.facts.has('authorization') && !isDefault(option))
  const of = (option: Option) => whereLabels(option.value, depth + 1)
  const isOnEvery = (label: number) => sides.every((side) => (of(side) & label) > 0)
  const all = options.reduce((labels, option) => labels | of(option), 0)
  return all & ~(isOnEvery(PRINCIPAL) ? 0 : PRINCIPAL) & ~(isOnEvery(CREDENTIAL) ? 0 : CREDENTIAL)
}

function everySide(value: Abstract, depth: number): boolean {
  return value.kind === 'list' && value.items.every((each) => (whereLabels(each, depth + 1) & PRINCIPAL) > 0)
}

function conditionOn(use: Use, labels: number, made: readonly Abstract[], { state }: Call): void {
  use.where |= labels
  // A row read earlier concerns the input it was looked up with.
  const read = made.some((each) => labelsOf(each) & DATA) ? [UNTOLD] : []
  use.about = new Set([...use.about, ...read, ...made.flatMap((each) => [...originsOf(each)])])
  if (labels & PRINCIPAL && state.facts.has('authentication')) use.owner = true
  use.profile = use.owner && !(use.where & (INPUT | PARSED)) && !made.some((each) => isAboutOther(each))
}

/** Whether part of the condition concerns a row instead of the caller. */
function isAboutOther(value: Abstract, depth = 0): boolean {
  if (value.kind === 'object' && depth < 4)
    return [...value.members.values()].some((each) => isAboutOther(each, depth + 1))
  const labels = labelsOf(value)
  return (labels & DATA) > 0 && !(labels & PRINCIPAL)
}

/** The result of a query, and what a non-empty result proves. */
function resultOf(use: Use, call: Call): Abstract {
  const { site } = call
  const looksUp = use.kind === 'read' && (use.where & CREDENTIAL) > 0
  const truthy: Facts = looksUp
    ? factsOf({ column: 'authentication', grade: 'proven', ...site, note: `${use.name} looks up the token` })
    : use.owner && !use.profile
      ? factsOf({
          column: 'authorization',
          grade: 'proven',
          ...site,
          note: `${use.name} is scoped to the owner`,
          ...aboutOf(use.about),
        })
      : noFacts
  const counted = use.counts || limitsByName(use.name)
  const labels = looksUp ? PRINCIPAL : DATA | (use.owner ? PRINCIPAL : 0) | (counted ? COUNTER : 0)
  const row = labeled(labels, { truthy, use, ...(use.kind === 'read' && { fragile: true }) })
  if (use.shape === 'answer') {
    const data: Abstract = use.single ? row : { kind: 'list', labels, items: [], rest: row }
    const error: Abstract = labeled(0, use.single ? { falsy: truthy } : {})
    return { ...object({ data, error, count: labeled(labels) }), use }
  }
  return use.shape === 'row' ? row : { kind: 'list', labels, items: [], rest: row, use }
}

const changing = /\b(insert|update|delete|drop|alter|truncate|merge)\b/i

/** A statement written as a tagged template. */
export function taggedUse(tag: Abstract, text: string, call: Call): Abstract {
  const name = tag.kind === 'external' ? tag.path || tag.source : tag.kind === 'host' ? tag.name : 'sql'
  const isStatement = /\b(select|insert|update|delete|drop|alter|truncate|call|with)\b[\s\S]*\b/i.test(text)
  const isSql = /sql|query|raw/i.test(name)
  if (
    !isSql ||
    !isStatement ||
    !/^\s*(select|insert|update|delete|drop|alter|truncate|call|with|merge)\b/i.test(text)
  )
    return labeled(call.args.reduce((all, each) => all | labelsOf(each), 0))
  const kind = /^\s*insert\b/i.test(text) ? 'create' : changing.test(text) ? 'write' : 'read'
  const use = recordUse(kind, name, call, { shape: 'rows' })
  if (/\bwhere\b/i.test(text)) {
    const from = text.slice(0, text.search(/\bwhere\b/i)).split('?').length - 1
    const parts = call.args.slice(from)
    const where = parts.reduce((all, each) => all | labelsOf(each), 0)
    conditionOn(use, where, parts, call)
  }
  return resultOf(use, call)
}
