import type { Node } from 'oxc-parser'
import { namedIn, namesThis } from '../syntax/named-in'
import type { Binding } from '../syntax/scopes'
import { directivesOf } from '../syntax/source-module'
import {
  constant,
  labeled,
  labelsOf,
  oneOf,
  promise,
  unknown,
  type Abstract,
  type Variables,
} from '../guards/abstract'
import { ofAnyone } from '../guards/of-anyone'
import { commonFacts } from '../guards/facts'
import { declaredFunction } from '../calls/declared'
import { thisIn } from '../guards/fingerprint'
import { before, memoryKey, recall, remember } from '../guards/memory'
import { settle } from '../guards/promises'
import type { Call, Exit } from '../guards/run'
import { know, type State } from '../guards/state'

/** Maximum call depth. */
const DEEPEST = 64

/** Maximum number of calls of one function inside each other. */
const MOST_NESTED = 2

type Closure = Extract<Abstract, { kind: 'function' }>

/** Analyzes a call of an app function and returns its result and facts. */
export function callFunction(closure: Closure, call: Call): Abstract {
  return declaredFunction(closure, call, called(closure, call))
}

function called(closure: Closure, call: Call): Abstract {
  const { run } = call
  const key = memoryKey(closure, call)
  if (key === undefined) return read(closure, call)
  const earlier = recall(closure.fn, key, call)
  if (earlier) return earlier
  const since = before(closure, call)
  const outer = run.cutFrom
  run.cutFrom = Infinity
  const value = read(closure, call)
  // An analysis that was cut short because of its callers must not be cached.
  const isWhole = run.cutFrom >= run.stack.length
  if (isWhole && run.budget > 0) remember(closure, key, call, value, since)
  run.cutFrom = isWhole ? outer : Math.min(outer, run.cutFrom)
  return value
}

function read(closure: Closure, { run, state, args }: Call): Abstract {
  const { fn } = closure
  // A function that takes a function, such as `inSpan`, can be nested without recursion.
  const isRecursive = run.stack.filter((each) => each === fn).length > MOST_NESTED
  if (run.stack.length > DEEPEST || isRecursive || run.budget < 0 || !fn.body) {
    run.cutFrom = isRecursive ? Math.min(run.cutFrom, run.stack.indexOf(fn)) : -1
    return labeled(args.reduce((labels, each) => labels | labelsOf(each), 0))
  }
  const inner: State = {
    facts: state.facts,
    variables: merged(state.variables, closure),
    dead: false,
    denied: false,
  }
  bindParameters(closure, args, inner, { run })
  run.stack.push(fn)
  const exits = exitsOf(closure, inner, { run })
  run.stack.pop()
  shareVariables(closure, state.variables, exits)
  const normal = exits.filter(({ kind, state: end }) => kind !== 'throw' && !end.dead)
  const isAsync = fn.async === true
  const isGenerator = fn.type !== 'ArrowFunctionExpression' && fn.generator
  const settled = normal.flatMap((exit) => {
    if (!isAsync) return [{ exit, value: exit.value, end: exit.state }]
    const end = { ...exit.state }
    const value = settle(exit.value, end)
    return end.dead ? [] : [{ exit, value, end }]
  })
  const dead = settled.length === 0
  // For a function that never returns, keep the facts from before it ended.
  const ends = dead
    ? exits.filter(({ state: end }) => !end.denied).map(({ state: end }) => end)
    : settled.map(({ end }) => end)
  const facts = commonFacts(ends.map((end) => end.facts))
  const value = dead
    ? unknown
    : oneOf(settled.map(({ value, end }) => ({ value, facts: end.facts, denied: end.denied })))
  if (isAsync && isCached(fn)) return promise(ofAnyone(value), state.facts, dead)
  if (isAsync) return promise(value, facts, dead)
  if (isGenerator) return value
  know(state, facts)
  if (dead) state.dead = true
  return value
}

/** Whether it starts with `'use cache'`, so its result can be that of another caller. */
function isCached({ body }: Closure['fn']): boolean {
  if (body?.type !== 'BlockStatement') return false
  return directivesOf(body.body).some((each) => /^use cache(?!: private)/.test(each))
}

/** The variables a function sees: its closure and globals. */
function merged(outer: Variables, closure: Closure): Variables {
  const variables: Variables = new Map()
  for (const binding of namedIn(closure.fn, closure.module)) {
    const value = outer.get(binding) ?? closure.variables.get(binding)
    if (value) variables.set(binding, value)
  }
  const self = closure.self ?? (namesThis(closure.fn, closure.module) ? thisIn(outer) : undefined)
  if (self) variables.set(selfBinding(closure.fn), self)
  return variables
}

const selves = new WeakMap<Node, Binding>()

/** `this`, as a variable of the function. */
function selfBinding(fn: Node): Binding {
  const earlier = selves.get(fn)
  if (earlier) return earlier
  const binding: Binding = {
    name: 'this',
    kind: 'variable',
    node: fn,
    path: [],
    reassigned: false,
    mutated: false,
  }
  selves.set(fn, binding)
  return binding
}

function bindParameters(
  { fn, module }: Closure,
  args: readonly Abstract[],
  state: State,
  { run }: Pick<Call, 'run'>,
): void {
  fn.params.forEach((parameter, index) => {
    const target = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter
    if (target.type === 'RestElement') {
      const list: Abstract = { kind: 'list', labels: 0, items: args.slice(index) }
      const spread = args.slice(index).find((each) => each.kind === 'any' && each.trail === '...')
      return run.bind(target.argument, spread ? { ...list, items: [], rest: spread } : list, state, module)
    }
    const spread = args.slice(0, index + 1).find((each) => each.kind === 'any' && each.trail === '...')
    run.bind(target, args[index] ?? spread ?? constant(undefined), state, module)
  })
}

function exitsOf({ fn, module }: Closure, state: State, { run }: Pick<Call, 'run'>): Exit[] {
  const { body } = fn
  if (!body) return []
  if (body.type === 'BlockStatement') return run.execute(body.body, state, module)
  const value = run.evaluate(body, state, module)
  return [{ kind: state.dead ? 'throw' : 'return', value, state, node: body }]
}

/** Applies a function's writes to outer variables. */
function shareVariables(closure: Closure, outer: Variables, exits: readonly Exit[]): void {
  const ends = exits.filter(({ kind, state }) => kind !== 'throw' && !state.dead)
  for (const binding of namedIn(closure.fn, closure.module)) {
    const value = outer.get(binding)
    if (!value) continue
    const after = ends.map(({ state }) => state.variables.get(binding) ?? value)
    if (after.every((each) => each === value)) continue
    const options = ends.map(({ state }, index) => ({
      value: after[index] ?? value,
      facts: state.facts,
      denied: state.denied,
    }))
    outer.set(binding, oneOf(options))
  }
}
