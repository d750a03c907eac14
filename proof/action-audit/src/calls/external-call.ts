import {
  CREDENTIAL,
  DATA,
  FRESH,
  INPUT,
  PRINCIPAL,
  constant,
  falsyFacts,
  labeled,
  labelsOf,
  oneOf,
  promise,
  truthOf,
  truthyFacts,
  type Abstract,
} from '../guards/abstract'
import { factsOf, noFacts, type Column, type Facts, type Grade } from '../guards/facts'
import { changesByName, checksByName, guardsByName, limitsByName, loadsByName } from './names'
import { runInside, runOn, unknownArguments } from './natives'
import type { Call } from '../guards/run'
import { withoutNothing } from '../guards/presence'
import { know, type State } from '../guards/state'
import { recordUse } from './record-use'
import { libraryCall } from '../libraries/library'
import { isClaim } from './identity-keys'
import { declaredGuard } from './declared'
import { isFresh } from './fresh'

type External = Extract<Abstract, { kind: 'external' }>

/** Calls a function that isn't analyzed, using knowledge of the library or the function's name. */
export function callExternal(callee: External, call: Call): Abstract {
  const { args, run, site } = call
  const name = callee.path.split('.').at(-1) || callee.source
  const declared = declaredGuard(callee, call)
  if (declared) return declared
  const library = libraryCall(callee, call)
  if (library) return library
  if (asserts.test(callee.source) && args[0]) return asserted(args[0], call)
  const given = args.reduce((all, each) => all | labelsOf(each), callee.labels)
  const labels = name === 'eq' && given & CREDENTIAL && isClaim(site) ? (given & ~CREDENTIAL) | INPUT : given
  if (isFresh(callee)) return labeled(labels | FRESH)
  const functions = args.filter((each) => each.kind === 'function')
  if (callee.source === 'global' && callee.unread === undefined) {
    if (name === 'fetch') return requested(call, labels)
    if (callee.path === 'Boolean' && args[0]) return truthAs(args[0])
    for (const each of functions) runInside(call, each, unknownArguments(each))
    // `Math.floor(Date.now() / 60_000)` is the same for a minute.
    return labeled(callee.path.startsWith('Math.') ? labels & ~FRESH : labels)
  }
  if (functions.length > 0) return handedOver(callee, name, functions, call, labels)
  // Keeps the parts of a condition separate.
  if (callee.source === 'drizzle-orm' && (name === 'and' || name === 'eq') && labels === given)
    return { kind: 'list', labels: 0, items: name === 'eq' ? args.map(withoutNothing) : args }
  if (name === 'or') {
    const all = args.every((each) => labelsOf(each) & PRINCIPAL)
    return labeled(all ? labels : labels & ~PRINCIPAL)
  }
  if (name === 'ne' || name === 'not' || name === 'notInArray') return labeled(labels & ~PRINCIPAL)
  if (labels & CREDENTIAL && checksByName(name)) {
    const note = `${name}() verifies a credential from the caller`
    const truthy = factsOf({ column: 'authentication', grade: 'proven', ...site, note })
    return labeled(PRINCIPAL, { truthy, fragile: true })
  }
  const isUnread = callee.unread !== undefined
  if (
    isUnread
      ? changesByName(name)
      : /^(send|upload|put|del|publish|enqueue|generateText|streamText|generateObject)([A-Z]|$)/.test(name)
  ) {
    recordUse('call', name, call)
    return labeled(labels | DATA)
  }
  if (!isUnread && !guardsByName(name) && !limitsByName(name)) return labeled(labels)
  if (run.quiet === 0)
    run.unread.push({
      ...site,
      name,
      reason: callee.unread ?? `it comes from "${callee.source}", which is not analyzed`,
    })
  return maybeGuard(callee, name, call, labels)
}

/** Packages with a single function that throws if its argument is missing. */
const asserts = /^(?:node:)?assert(?:\/strict)?$|^(?:tiny-)?invariant$|^ts-invariant$/

function asserted(value: Abstract, { state }: Call): Abstract {
  if (truthOf(value) === false) state.dead = true
  know(state, truthyFacts(value))
  return constant(undefined)
}

/** `Boolean(value)` is truthy if the value is. */
function truthAs(value: Abstract): Abstract {
  const truth = truthOf(value)
  if (truth !== undefined) return constant(truth)
  return labeled(0, { truthy: truthyFacts(value), falsy: falsyFacts(value) })
}

/** Possible guarantees of a call that isn't analyzed, by its name. */
function maybeGuard(callee: External, name: string, { site, state, args }: Call, labels: number): Abstract {
  const note = `${name}() is not analyzed${callee.unread ? `: ${callee.unread}` : ` (from "${callee.source}")`}`
  const maybe = (...columns: Column[]): Facts =>
    factsOf(...columns.map((column) => ({ column, grade: 'unread' as Grade, ...site, note })))
  const asks = guardsByName(name)
  if (limitsByName(name)) {
    know(state, maybe('limits'))
    return labeled(labels, { truthy: maybe('limits'), falsy: maybe('limits') })
  }
  if (callee.unread === undefined && !asks) return labeled(labels)
  // Text or an ID doesn't authenticate: `getUser(email)` looks up any user.
  const looksUp = args.some((each) => each.kind === 'constant' || labelsOf(each) & 3) && loadsByName(name)
  if (looksUp) return labeled(labels | DATA)
  const isPower = (labels & PRINCIPAL) > 0
  know(state, isPower ? maybe('authorization') : maybe('authentication'))
  const truthy = maybe('authentication', 'authorization')
  return labeled(PRINCIPAL, {
    truthy: isPower ? truthy : maybe('authentication'),
    falsy: noFacts,
    fragile: true,
  })
}

function requested(call: Call, labels: number): Abstract {
  const note = 'another server verifies a credential from the caller'
  if (labels & CREDENTIAL) {
    const truthy = factsOf({ column: 'authentication', grade: 'proven', ...call.site, note })
    return promise({
      kind: 'any',
      labels: PRINCIPAL,
      truthy,
      fragile: false,
      // A response always exists, so its existence proves nothing; its content does.
      there: true,
    })
  }
  recordUse('request', 'fetch', call)
  return promise(labeled(labels | DATA))
}

/** `after(() => …)`, `trace('name', async () => …)`, `withSafety(handler)`. */
function handedOver(
  callee: External,
  name: string,
  functions: readonly Abstract[],
  call: Call,
  labels: number,
): Abstract {
  if (call.run.quiet > 0) return wrapped(callee, name, functions, labels)
  const options = functions.map((each) => {
    const state: State = { ...call.state, variables: new Map(call.state.variables) }
    const value = runOn({ ...call, state }, each, unknownArguments(each))
    return { value, facts: state.facts, denied: call.state.denied, dead: state.dead }
  })
  return oneOf(options.filter(({ dead }) => !dead))
}

/** The result of wrapping a function with an opaque wrapper: the function's own guarantees, and possibly more. */
function wrapped(callee: External, name: string, functions: readonly Abstract[], labels: number): Abstract {
  return {
    kind: 'host',
    labels,
    name,
    member: (key) => ({ ...callee, path: `${callee.path}.${key}` }),
    call: (call) => {
      const reason = callee.unread ?? `it comes from "${callee.source}", which is not analyzed`
      if (call.run.quiet === 0) call.run.unread.push({ ...call.site, name, reason })
      const note = `${name}() is not analyzed: ${reason}`
      const column = (each: Column) => ({ column: each, grade: 'unread' as Grade, ...call.site, note })
      know(
        call.state,
        factsOf(column('authentication'), column('authorization'), column('limits'), column('validation')),
      )
      const results = functions.map((each) => ({
        value: runOn(call, each, call.args),
        facts: noFacts,
        denied: false,
      }))
      return oneOf(results)
    },
  }
}
