import { oneOf, unknown, type Abstract } from './abstract'
import { know, type State } from './state'

/** The result of `await`. The awaited function's guarantees hold from here on. */
export function settle(value: Abstract, state: State, depth = 0): Abstract {
  if (depth > 8) return unknown
  if (value.kind === 'promise') {
    know(state, value.facts)
    if (value.dead) state.dead = true
    return settle(value.value, state, depth + 1)
  }
  if (value.kind === 'oneOf' && value.options.some((option) => option.value.kind === 'promise')) {
    const options = value.options.flatMap((option) => {
      const own: State = { facts: option.facts, variables: new Map(), dead: false, denied: option.denied }
      const settled = settle(option.value, own, depth + 1)
      return own.dead ? [] : [{ value: settled, facts: own.facts, denied: own.denied }]
    })
    if (options.length === 0) state.dead = true
    return oneOf(options)
  }
  return value
}
