import type { Node } from 'oxc-parser'
import { unwrapped } from '../syntax/node'
import type { SourceModule } from '../syntax/source-module'
import { truthOf, type Option } from '../guards/abstract'
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

/** Narrows a variable after a check for existence: `token`, `!token`, `token === undefined`, `token != null`. */
export function narrow(module: SourceModule, test: Node, yes: State, no: State): void {
  const bare = unwrapped(test)
  if (bare.type === 'UnaryExpression' && bare.operator === '!') return narrow(module, bare.argument, no, yes)
  if (bare.type !== 'BinaryExpression') return split(module, bare, [yes, no], ({ value }) => truthOf(value))
  const compared = nothingIn(bare.right)
  const equal = bare.operator === '===' || bare.operator === '=='
  if (!compared || (!equal && bare.operator !== '!==' && bare.operator !== '!=')) return
  const isStrict = bare.operator.length === 3
  split(module, unwrapped(bare.left), equal ? [no, yes] : [yes, no], ({ value }) => {
    if (value.kind !== 'constant') return truthOf(value) === true ? true : undefined
    const isNothing = value.value === null || value.value === undefined
    return isStrict ? value.value !== compared.value : !isNothing
  })
}

/** Leaves each side the options of a variable that are possible there. */
function split(
  module: SourceModule,
  name: Node,
  [yes, no]: [State, State],
  isYes: (option: Option) => boolean | undefined,
): void {
  const binding = name.type === 'Identifier' ? module.scopes.lookup(name) : undefined
  const value = binding && yes.variables.get(binding)
  if (!binding || value?.kind !== 'oneOf') return
  const there = value.options.filter((option) => isYes(option) !== false)
  const missing = value.options.filter((option) => isYes(option) !== true)
  if (there.length > 0) yes.variables.set(binding, { ...value, options: there })
  if (missing.length > 0) no.variables.set(binding, { ...value, options: missing })
}

function nothingIn(node: Node): { value: null | undefined } | undefined {
  const bare = unwrapped(node)
  if (bare.type === 'Identifier' && bare.name === 'undefined') return { value: undefined }
  return bare.type === 'Literal' && bare.value === null && bare.raw === 'null' ? { value: null } : undefined
}
