import type { Node } from 'oxc-parser'
import { unwrapped } from '../syntax/node'
import type { SourceModule } from '../syntax/source-module'
import { truthOf } from '../guards/abstract'
import type { Facts } from '../guards/facts'
import { copyOf, know, type State } from '../guards/state'

/** Splits the state by a condition, with the facts of each branch. The branch without the guard is a refusal. */
export function branches(state: State, truthy: Facts, falsy: Facts): [State, State] {
  const yes = copyOf(state)
  const no = copyOf(state)
  know(yes, truthy)
  know(no, falsy)
  const asks = (facts: Facts, other: Facts) =>
    [...facts.keys()].some((column) => column !== 'presence' && !other.has(column))
  if (asks(truthy, falsy)) no.denied = true
  if (asks(falsy, truthy)) yes.denied = true
  return [yes, no]
}

/** Narrows a variable after a check for existence. */
export function narrow(module: SourceModule, test: Node, yes: State, no: State): void {
  const bare = unwrapped(test)
  if (bare.type === 'UnaryExpression' && bare.operator === '!') return narrow(module, bare.argument, no, yes)
  const binding = bare.type === 'Identifier' ? module.scopes.lookup(bare) : undefined
  const value = binding && yes.variables.get(binding)
  if (!binding || value?.kind !== 'oneOf') return
  const there = value.options.filter((option) => truthOf(option.value) !== false)
  const missing = value.options.filter((option) => truthOf(option.value) !== true)
  if (there.length > 0) yes.variables.set(binding, { ...value, options: there })
  if (missing.length > 0) no.variables.set(binding, { ...value, options: missing })
}
