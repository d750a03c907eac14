import type { Node } from 'oxc-parser'
import type { Binding } from '../syntax/scopes'
import { isFunction } from '../syntax/node'
import type { SourceModule } from '../syntax/source-module'
import { constant, unknown, type Abstract } from '../guards/abstract'
import { ofAnyone } from '../guards/of-anyone'
import { globalValue } from '../calls/globals'
import type { Run } from '../guards/run'
import { freshState, type State } from '../guards/state'

/** The value of a name at a location. */
export function identifier(
  run: Run,
  node: Extract<Node, { type: 'Identifier' }>,
  state: State,
  module: SourceModule,
): Abstract {
  const binding = module.scopes.lookup(node)
  return binding ? ofBinding(run, binding, state, module) : globalValue(node.name)
}

/** Top-level values, which are the same for every call. */
const known = new WeakMap<Binding, Abstract>()
const running = new WeakSet<Binding>()

export function ofBinding(run: Run, binding: Binding, state: State, module: SourceModule): Abstract {
  const own = state.variables.get(binding)
  if (own) return own
  if (binding.imported) return run.imported(module, binding.imported.source, binding.imported.name)
  const { init } = binding
  if (binding.kind === 'class' && init)
    return { kind: 'class', labels: 0, node: init, module, variables: state.variables }
  if (binding.kind === 'function' && init && isFunction(init))
    return { kind: 'function', labels: 0, fn: init, module, variables: state.variables }
  if (binding.kind !== 'variable') return unknown
  // Lazily initialized values start out empty.
  if (!init || (init.type === 'Literal' && init.value === null && binding.reassigned)) return constant(null)
  return topLevel(run, binding, init, module)
}

function topLevel(run: Run, binding: Binding, init: Node, module: SourceModule): Abstract {
  const earlier = known.get(binding)
  if (earlier) return earlier
  if (running.has(binding)) return unknown
  running.add(binding)
  run.quiet += 1
  const state = freshState()
  // A session that is read when the module loads isn't the caller's.
  const isOfModule = module.scopes.topLevel(binding.name) === binding
  const made = run.evaluate(init, state, module)
  let value = isOfModule ? ofAnyone(made) : made
  for (const key of binding.path)
    value = key === '...' ? value : run.member(value, key, { module, node: init, state, optional: true })
  run.quiet -= 1
  running.delete(binding)
  if (run.budget > 0) known.set(binding, value)
  return value
}
