import type { Node } from 'oxc-parser'
import { staticKey } from '../syntax/node'
import type { SourceModule } from '../syntax/source-module'
import { labeled, labelsOf, oneOf, truthOf, unknown, type Abstract } from '../guards/abstract'
import { noFacts } from '../guards/facts'
import { ARGUMENT } from '../guards/origins'
import type { Run } from '../guards/run'
import { copyOf, type State } from '../guards/state'

/** Binds the names in a pattern. */
export function bind(run: Run, pattern: Node, value: Abstract, state: State, module: SourceModule): void {
  const at = { module, node: pattern, state, optional: false }
  switch (pattern.type) {
    case 'Identifier': {
      const binding = module.scopes.lookup(pattern)
      if (binding) state.variables.set(binding, named(value, pattern.name))
      return
    }
    case 'AssignmentPattern':
      return bind(run, pattern.left, withDefault(run, pattern.right, value, state, module), state, module)
    case 'RestElement':
      return bind(run, pattern.argument, value, state, module)
    case 'TSParameterProperty':
      return bind(run, pattern.parameter, value, state, module)
    case 'ArrayPattern':
      return pattern.elements.forEach((element, index) => {
        if (!element) return
        if (element.type === 'RestElement') return bind(run, element, rest(value, index), state, module)
        bind(run, element, run.member(value, String(index), at), state, module)
      })
    case 'ObjectPattern': {
      const taken: string[] = []
      for (const property of pattern.properties) {
        if (property.type === 'RestElement') {
          bind(run, property, without(value, taken), state, module)
          continue
        }
        const key = staticKey(property.key, property.computed)
        if (key !== undefined) taken.push(key)
        const member = key === undefined ? labeled(labelsOf(value)) : run.member(value, key, at)
        bind(run, property.value, member, state, module)
      }
    }
  }
}

/** Names an argument after its parameter, so facts can refer to it. */
function named(value: Abstract, name: string): Abstract {
  if (!value.origin?.startsWith(ARGUMENT) || value.origin.includes(':')) return value
  return { ...value, origin: `${value.origin}:${name}` }
}

function withDefault(
  run: Run,
  fallback: Node,
  value: Abstract,
  state: State,
  module: SourceModule,
): Abstract {
  if (value.kind === 'constant' && value.value === undefined) return run.evaluate(fallback, state, module)
  if (value.kind !== 'any' || truthOf(value) !== undefined) return value
  if (value.labels !== 0) {
    // The caller can leave it out, so the effects of the default count.
    run.evaluate(fallback, copyOf(state), module)
    return value
  }
  const other = run.evaluate(fallback, state, module)
  const ways = [value, other].map((each) => ({ value: each, facts: noFacts, denied: false }))
  return oneOf(ways)
}

function rest(value: Abstract, from: number): Abstract {
  return value.kind === 'list' ? { ...value, items: value.items.slice(from) } : value
}

function without(value: Abstract, taken: readonly string[]): Abstract {
  if (value.kind !== 'object') return value.kind === 'constant' ? unknown : value
  return { ...value, members: new Map([...value.members].filter(([key]) => !taken.includes(key))) }
}
