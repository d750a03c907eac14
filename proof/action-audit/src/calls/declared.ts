import {
  INPUT,
  PARSED,
  PRINCIPAL,
  constant,
  labeled,
  labelsOf,
  native,
  type Abstract,
} from '../guards/abstract'
import { walk, type FunctionNode } from '../syntax/node'
import type { SourceModule } from '../syntax/source-module'
import type { GuardRule } from '../config/config'
import { bothFacts, factsOf, type Facts } from '../guards/facts'
import type { Call } from '../guards/run'
import { know } from '../guards/state'
import { runOn } from './natives'

/** Applies the configuration to a function that isn't analyzed. */
export function declaredGuard(
  { path, source, unread }: Extract<Abstract, { kind: 'external' }>,
  call: Call,
): Abstract | undefined {
  const { state, args } = call
  const name = path.split('.').at(-1) ?? ''
  const rule = ruleOf(call, path) ?? ruleOf(call, name)
  if (!rule || (rule.from !== undefined && rule.from !== source)) return undefined
  if (unread === undefined && source === 'global') return undefined
  const handler = rule.handler === undefined ? undefined : args[rule.handler]
  if (handler) return wrapping(name, rule, handler, call)
  const facts = configuredFacts(name, rule, call)
  const labels = args.reduce((all, each) => all | labelsOf(each), 0)
  if (rule.how === 'returns') return labeled(labels | PRINCIPAL, { truthy: facts, fragile: true })
  know(state, facts)
  return labeled(labels | PRINCIPAL)
}

/**
 * Applies the configuration to an analyzed function whose check wasn't recognized. A function with only one outcome
 * checks nothing, regardless of the configuration.
 */
export function declaredFunction(
  { fn, module }: Extract<Abstract, { kind: 'function' }>,
  call: Call,
  value: Abstract,
): Abstract {
  if (Object.keys(call.run.settings.config.guards).length === 0) return value
  const name = nameOf(fn, module)
  const rule = name === undefined ? undefined : ruleOf(call, name)
  if (!rule || name === undefined || !decides(fn, rule.how)) return value
  if (rule.handler !== undefined) return wrapping(name, rule, value, call)
  const facts = configuredFacts(name, rule, call)
  if (rule.how === 'returns') {
    const inner = value.kind === 'promise' ? value.value : value
    const asked = { ...inner, truthy: bothFacts(facts, inner.truthy), fragile: true }
    return value.kind === 'promise' ? { ...value, value: asked } : asked
  }
  if (value.kind === 'promise') return { ...value, facts: bothFacts(facts, value.facts) }
  know(call.state, facts)
  return value
}

function ruleOf({ run }: Call, name: string): GuardRule | undefined {
  const { guards } = run.settings.config
  return Object.hasOwn(guards, name) ? guards[name] : undefined
}

/** Applies the configured guarantees of a wrapper to its action. */
function wrapping(name: string, rule: GuardRule, handler: Abstract, made: Call): Abstract {
  return native(name, (call) => {
    know(call.state, configuredFacts(name, rule, { ...made, site: call.site }))
    return runOn(call, handler, call.args)
  })
}

function configuredFacts(
  name: string,
  { proves, arguments: named = {} }: GuardRule,
  { site, args }: Call,
): Facts {
  const note = `${name}() proves it according to the configuration`
  const positions = Object.values(named)
  const isAsked = positions.every((position) => isOurs(args[position] ?? constant(undefined)))
  return factsOf(
    ...proves
      .filter((column) => column !== 'authorization' || isAsked)
      .map((column) => ({ column, grade: 'declared' as const, ...site, note })),
  )
}

/** Whether the required permission is given and isn't caller input. */
function isOurs(value: Abstract): boolean {
  const isMissing = value.kind === 'constant' && (value.value === undefined || value.value === null)
  return !isMissing && !(labelsOf(value) & (INPUT | PARSED))
}

function nameOf(fn: FunctionNode, module: SourceModule): string | undefined {
  if (fn.type !== 'ArrowFunctionExpression' && fn.id) return fn.id.name
  const parent = module.scopes.parentOf(fn)
  return parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id.name : undefined
}

/** Whether a function can refuse: it throws, redirects, or returns different results. */
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
