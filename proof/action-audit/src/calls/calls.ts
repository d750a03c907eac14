import { labeled, labelsOf, oneOf, unknown, type Abstract, type Option } from '../guards/abstract'
import { callFunction } from '../interpret/functions'
import { runInside, unknownArguments } from './natives'
import type { Call } from '../guards/run'
import { copyOf, know } from '../guards/state'
import { callExternal } from './external-call'
import { parseWith } from '../libraries/schemas'

/** Calls any value. */
export function callValue(callee: Abstract, call: Call): Abstract {
  const { state } = call
  if (state.dead) return unknown
  switch (callee.kind) {
    case 'function':
      return callFunction(callee, call)
    case 'host':
      if (callee.call) return callee.call(call)
      return callExternal({ kind: 'external', labels: 0, source: callee.name, path: '' }, call)
    case 'external':
      return callExternal(callee, call)
    case 'schema':
      return parseWith(callee, 'assert?', call)
    case 'oneOf':
      return eachWay(callee.options, call)
    default:
      return callUnknown(callee, call)
  }
}

/** Calls one of several possible functions. */
function eachWay(options: readonly Option[], call: Call): Abstract {
  const ways = options.flatMap((option): (Option & { dead: boolean })[] => {
    const { value } = option
    if (value.kind === 'constant') return []
    const state = copyOf(call.state)
    know(state, option.facts)
    const result = callValue(value, { ...call, state })
    return [{ value: result, facts: state.facts, denied: state.denied, dead: state.dead }]
  })
  const alive = ways.filter(({ dead }) => !dead)
  if (ways.length > 0 && alive.length === 0) call.state.dead = true
  const [only] = alive
  if (only && alive.length === 1) know(call.state, only.facts)
  return oneOf(alive)
}

function callUnknown(callee: Abstract, call: Call): Abstract {
  let labels = labelsOf(callee)
  for (const argument of call.args) {
    labels |= labelsOf(argument)
    if (argument.kind === 'function')
      labels |= labelsOf(runInside(call, argument, unknownArguments(argument)))
  }
  return labeled(labels)
}
