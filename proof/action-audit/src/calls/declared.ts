import { PRINCIPAL, labeled, labelsOf, type Abstract } from '../guards/abstract'
import { walk, type FunctionNode } from '../syntax/node'
import type { SourceModule } from '../syntax/source-module'
import { bothFacts, factsOf, type Facts } from '../guards/facts'
import type { Call } from '../guards/run'
import { know } from '../guards/state'

/** What the configuration says of a function that cannot be read. */
export function declaredGuard(
  { path, source, unread }: Extract<Abstract, { kind: 'external' }>,
  { run, site, state, args }: Call,
): Abstract | undefined {
  const { guards } = run.settings.config
  const name = path.split('.').at(-1) ?? ''
  const rule = Object.hasOwn(guards, path)
    ? guards[path]
    : Object.hasOwn(guards, name)
      ? guards[name]
      : undefined
  if (!rule || (rule.from !== undefined && rule.from !== source)) return undefined
  if (unread === undefined && source === 'global') return undefined
  const note = `${name}() is said to by the configuration`
  const facts: Facts = factsOf(
    ...rule.proves.map((column) => ({ column, grade: 'declared' as const, ...site, note })),
  )
  const labels = args.reduce((all, each) => all | labelsOf(each), 0)
  if (rule.how === 'returns') return labeled(labels | PRINCIPAL, { truthy: facts, fragile: true })
  know(state, facts)
  return labeled(labels | PRINCIPAL)
}

/**
 * The same, of a function that is read and not understood. One that can end in no other way than it began checks nothing,
 * whatever is said of it.
 */
export function declaredFunction(
  { fn, module }: Extract<Abstract, { kind: 'function' }>,
  { run, site, state }: Call,
  value: Abstract,
): Abstract {
  const { guards } = run.settings.config
  const names = Object.keys(guards)
  if (names.length === 0) return value
  const name = nameOf(fn, module)
  const rule = name !== undefined && Object.hasOwn(guards, name) ? guards[name] : undefined
  if (!rule || !decides(fn, rule.how)) return value
  const note = `${name}() is said to by the configuration`
  const facts: Facts = factsOf(
    ...rule.proves.map((column) => ({ column, grade: 'declared' as const, ...site, note })),
  )
  if (rule.how === 'returns') {
    const inner = value.kind === 'promise' ? value.value : value
    const asked = { ...inner, truthy: bothFacts(facts, inner.truthy), fragile: true }
    return value.kind === 'promise' ? { ...value, value: asked } : asked
  }
  if (value.kind === 'promise') return { ...value, facts: bothFacts(facts, value.facts) }
  know(state, facts)
  return value
}

function nameOf(fn: FunctionNode, module: SourceModule): string | undefined {
  if (fn.type !== 'ArrowFunctionExpression' && fn.id) return fn.id.name
  const parent = module.scopes.parentOf(fn)
  return parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id.name : undefined
}

/** Whether a function may end in a way that stops somebody: it throws or redirects, or gives one thing or another. */
function decides(fn: FunctionNode, how: 'throws' | 'returns'): boolean {
  let found = false
  walk(fn, (node) => {
    if (node.type === 'ThrowStatement') found ||= how === 'throws'
    if (
      node.type === 'IfStatement' ||
      node.type === 'ConditionalExpression' ||
      node.type === 'AwaitExpression'
    )
      found ||= how === 'returns'
    return !found
  })
  return found
}
