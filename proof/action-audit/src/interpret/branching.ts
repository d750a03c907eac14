import type { Node } from 'oxc-parser'
import type { SourceModule } from '../syntax/source-module'
import { constant, falsyFacts, oneOf, truthOf, truthyFacts, unknown, type Abstract } from '../guards/abstract'
import type { Run } from '../guards/run'
import { branches, narrow } from './branches'
import { joined, type State } from '../guards/state'

/** Evaluates `left && right` and `left ?? right`. */
export function logical(
  run: Run,
  node: Extract<Node, { type: 'LogicalExpression' }>,
  state: State,
  module: SourceModule,
): Abstract {
  const left = run.evaluate(node.left, state, module)
  if (state.dead) return unknown
  // In `globalThis.client ?? new Client()`, both sides are equivalent.
  if (left.kind === 'external' && left.source === 'globalThis') return run.evaluate(node.right, state, module)
  const truth = truthOf(left)
  const [yes, no] = branches(state, truthyFacts(left), falsyFacts(left))
  narrow(module, node.left, yes, no)
  const onward = node.operator === '&&' ? yes : no
  const here = node.operator === '&&' ? no : yes
  const stops = node.operator !== '&&'
  const nothing = left.kind === 'constant' && (left.value === null || left.value === undefined)
  if (node.operator === '??' ? truth === true || (left.kind === 'constant' && !nothing) : truth === stops)
    return left
  const right = run.evaluate(node.right, onward, module)
  const merged = joined([here, onward])
  if (!merged) state.dead = true
  else Object.assign(state, { facts: merged.facts, variables: merged.variables })
  if (truth === !stops || nothing) {
    if (onward.dead) state.dead = true
    return right
  }
  if (onward.dead) return left
  // The value if the left side decides: `user && user.role` is the user only if falsy.
  const ends = settledSide(left, stops)
  const ways = [
    ...ends.map((value) => ({ value, facts: here.facts, denied: here.denied && !state.denied })),
    { value: right, facts: onward.facts, denied: onward.denied && !state.denied },
  ]
  return oneOf(ways)
}

/** The left side, if it decides the result. */
function settledSide(left: Abstract, truth: boolean): Abstract[] {
  if (left.kind === 'oneOf')
    return left.options.flatMap((option) =>
      truthOf(option.value) === !truth ? [] : settledSide(option.value, truth),
    )
  return [truth ? { ...left, there: true } : truthOf(left) === undefined ? constant(false) : left]
}

/** `test ? one : other`. */
export function conditional(
  run: Run,
  node: Extract<Node, { type: 'ConditionalExpression' }>,
  state: State,
  module: SourceModule,
): Abstract {
  const test = run.evaluate(node.test, state, module)
  const truth = truthOf(test)
  if (truth !== undefined) return run.evaluate(truth ? node.consequent : node.alternate, state, module)
  const [yes, no] = branches(state, truthyFacts(test), falsyFacts(test))
  narrow(module, node.test, yes, no)
  const ways = [
    { state: yes, value: run.evaluate(node.consequent, yes, module) },
    { state: no, value: run.evaluate(node.alternate, no, module) },
  ]
  const merged = joined([yes, no])
  if (!merged) state.dead = true
  else Object.assign(state, { facts: merged.facts, variables: merged.variables })
  const alive = ways.filter((way) => !way.state.dead)
  return oneOf(
    alive.map((way) => ({
      value: way.value,
      facts: way.state.facts,
      denied: way.state.denied && !state.denied,
    })),
  )
}
