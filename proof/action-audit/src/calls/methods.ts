import {
  COUNTER,
  CREDENTIAL,
  INPUT,
  PRINCIPAL,
  constant,
  labeled,
  labelsOf,
  oneOf,
  promise,
  truthOf,
  truthyFacts,
  unknown,
  type Abstract,
} from '../guards/abstract'
import { callValue } from './calls'
import { isPower } from '../guards/compare'
import { bothFacts, factsOf, noFacts } from '../guards/facts'
import { runInside, runOn } from './natives'
import { aboutOf, originsOf } from '../guards/origins'
import { settle } from '../guards/promises'
import type { Call } from '../guards/run'
import { copyOf, know } from '../guards/state'
import { continueUse, methodUse } from './uses'
import { parseWith } from '../libraries/schemas'

/** Methods that return the results of a callback. */
const collections: ReadonlySet<string> = new Set([
  'map',
  'flatMap',
  'filter',
  'forEach',
  'find',
  'findLast',
  'some',
  'every',
  'reduce',
  'sort',
  'toSorted',
  'findIndex',
])

/** `owner.key(…)`. */
export function callMethod(owner: Abstract, key: string, call: Call, optional = false): Abstract {
  const { run, state, site, args } = call
  if (owner.kind === 'schema') return parseWith(owner, key, call)
  if (key === 'then') return andThen(owner, call)
  if (key === 'finally') {
    // It also runs after a rejection.
    if (args[0]) runInside(call, args[0], [])
    return owner
  }
  if (owner.kind === 'oneOf') return eachOwner(owner, key, call, optional)
  if (key === 'bind' && (owner.kind === 'function' || owner.kind === 'host')) return owner
  if ((key === 'call' || key === 'apply') && (owner.kind === 'function' || owner.kind === 'host'))
    return callValue(owner, { ...call, args: key === 'call' ? args.slice(1) : [] })
  if (key === 'reduce' && owner.kind === 'list' && owner.items.length === 0 && !owner.rest && args[1])
    return args[1]
  if (collections.has(key) && args.some((each) => each.kind === 'function' || each.kind === 'host')) {
    const answer = ofCollection(owner, key, call)
    if (answer) return answer
  }
  if (key === 'includes' || key === 'has' || key === 'indexOf') {
    const answer = contains(owner, call)
    if (answer) return answer
  }
  if (key === 'at' && owner.kind === 'list' && args[0]?.kind === 'constant')
    return run.member(owner, String(args[0].value), { ...site, state, optional })
  const { module, node } = site
  const value = run.member(owner, key, { module, node, state, optional })
  if (value.kind === 'function')
    return callValue(value.self || owner.kind !== 'object' ? value : { ...value, self: owner }, call)
  if (value.kind === 'host' && value.call) return callValue(value, call)
  if (value.kind === 'schema') return callValue(value, call)
  if (owner.use) return continueUse(owner, key, call)
  if (owner.kind === 'object' && value.kind === 'any' && owner.members.has(key)) return callValue(value, call)
  if (owner.kind === 'constant' || owner.kind === 'list') return labeled(labelsOf(owner) | sum(args))
  if (
    owner.kind === 'any' &&
    owner.labels & (INPUT | CREDENTIAL | COUNTER) &&
    !args.some((each) => each.kind === 'function')
  )
    return ownMethod(owner, key, call)
  return methodUse(owner, key, value, call)
}

const sum = (args: readonly Abstract[]) => args.reduce((labels, each) => labels | labelsOf(each), 0)

/** Strings, forms and requests, whose parts are input too. */
function ownMethod(owner: Abstract, key: string, call: Call): Abstract {
  const value = call.run.member(owner, key, { ...call.site, state: call.state, optional: true })
  const [part] = call.args
  const origin =
    part?.kind === 'constant' && owner.origin !== undefined && `${owner.origin}.${String(part.value)}`
  const { origin: _, ...rest } = value
  return {
    ...rest,
    kind: 'any',
    labels: owner.labels | sum(call.args),
    trail: owner.trail ?? key,
    ...((key === 'get' || key === 'getAll') && origin
      ? { origin }
      : sum(call.args) === 0 && owner.origin !== undefined && { origin: owner.origin }),
  }
}

function eachOwner(
  owner: Extract<Abstract, { kind: 'oneOf' }>,
  key: string,
  call: Call,
  optional: boolean,
): Abstract {
  const options = owner.options.flatMap((option) => {
    const { value } = option
    if (value.kind === 'constant' && (value.value === null || value.value === undefined))
      return optional ? [{ ...option, value: constant(undefined) }] : []
    const state = copyOf(call.state)
    know(state, option.facts)
    const result = callMethod(value, key, { ...call, state }, optional)
    return state.dead ? [] : [{ value: result, facts: state.facts, denied: option.denied }]
  })
  if (options.length === 0) return unknown
  return oneOf(options)
}

function andThen(owner: Abstract, call: Call): Abstract {
  const [then, failed] = call.args
  if (!then) return owner
  const state = copyOf(call.state)
  const before = settle(owner, state)
  if (state.dead) return promise(unknown, noFacts, true)
  const value = settle(call.run.call(then, { state, site: call.site, args: [before] }), state)
  if (failed) {
    runInside(call, failed, [unknown])
    return promise(value)
  }
  return promise(value, state.facts, state.dead)
}

/** The result of `list.map(f)` and similar methods. */
function ofCollection(owner: Abstract, key: string, call: Call): Abstract | undefined {
  const fn = call.args.find((each) => each.kind === 'function' || each.kind === 'host')
  if (!fn || (owner.kind === 'external' && !['find', 'filter'].includes(key) && owner.source !== 'global'))
    return undefined
  if (owner.kind === 'object' || owner.kind === 'host') return undefined
  if (key === 'reduce' && owner.kind === 'list' && !owner.rest && call.args[1]) {
    let total = call.args[1]
    for (const item of owner.items) total = runOn(call, fn, [total, item])
    return total
  }
  if (owner.kind === 'list' && !owner.rest && owner.items.length <= 12 && ['map', 'forEach'].includes(key)) {
    const items = owner.items.map((item) =>
      call.run.call(fn, { state: call.state, site: call.site, args: [item] }),
    )
    return key === 'map' ? { ...owner, items } : unknown
  }
  const each: Abstract =
    owner.kind === 'list' && owner.items[0] && owner.items.length === 1
      ? owner.items[0]
      : labeled(labelsOf(owner), {
          ...(owner.trail !== undefined && { trail: owner.trail }),
          ...(owner.truthy && { truthy: owner.truthy }),
        })
  const made =
    key === 'reduce' ? runInside(call, fn, [call.args[1] ?? unknown, each]) : runInside(call, fn, [each])
  const labels = labelsOf(owner) | labelsOf(made)
  switch (key) {
    case 'some':
    case 'every':
      // On an empty list, the callback never runs.
      if (owner.kind === 'list' && owner.items.length === 0 && !owner.rest) return labeled(0)
      return truthOf(made) === undefined
        ? { ...labeled(0), truthy: truthyFacts(made), ...(made.falsy && { falsy: made.falsy }) }
        : labeled(0)
    case 'find':
    case 'findLast':
    case 'filter':
      return {
        ...each,
        kind: 'any',
        labels: labelsOf(owner),
        truthy: bothFacts(truthyFacts(made), each.truthy),
      }
    case 'map':
    case 'flatMap':
      return { kind: 'list', labels, items: [made] }
    default:
      return labeled(labels)
  }
}

/** `roles.includes(user.role)`, `user.permissions.includes('edit')`, `allowed.has(user.email)`. */
function contains(owner: Abstract, call: Call): Abstract | undefined {
  const [item] = call.args
  if (!item) return undefined
  const person =
    [owner, item].find(isPower) ??
    ([owner, item].every((each) => labelsOf(each) & (PRINCIPAL | 2 | INPUT | 4)) &&
    (labelsOf(owner) | labelsOf(item)) & PRINCIPAL
      ? owner
      : undefined)
  if (!person) return undefined
  const fact = factsOf({
    column: 'authorization',
    grade: 'proven',
    ...call.site,
    note: "the caller's permissions are checked",
    ...aboutOf(originsOf(item)),
  })
  return { kind: 'any', labels: labelsOf(owner) & PRINCIPAL, truthy: bothFacts(fact, truthyFacts(person)) }
}
