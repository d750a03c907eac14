import type { Node } from 'oxc-parser'
import { isConstructor } from '../syntax/is-constructor'
import { isFunction, staticKey } from '../syntax/node'
import type { SourceModule } from '../syntax/source-module'
import {
  COUNTER,
  constant,
  falsyFacts,
  labeled,
  labelsOf,
  oneOf,
  truthOf,
  truthyFacts,
  unknown,
  type Abstract,
} from '../guards/abstract'
import { evaluateCall, evaluateNew, evaluateTagged } from '../calls/call-site'
import { Fingerprints } from '../guards/fingerprint'
import { ofAnyone } from '../guards/of-anyone'
import { countChange, isShared, share } from '../guards/changes'
import { equality, isPower, order } from '../guards/compare'
import { noFacts } from '../guards/facts'
import { presenceOf } from '../guards/presence'
import { identifier } from './identifier'
import { evaluateJsx } from './jsx'
import { conditional, logical } from './branching'
import { hasKey, instance } from './which'
import { settle } from '../guards/promises'
import type { Run } from '../guards/run'
import type { State } from '../guards/state'

/** Evaluates an expression and adds its facts to the state. */
export function evaluate(run: Run, node: Node, state: State, module: SourceModule): Abstract {
  run.budget -= 1
  if (run.budget < 0 || state.dead) return unknown
  const of = (part: Node) => run.evaluate(part, state, module)
  switch (node.type) {
    case 'Identifier':
      return identifier(run, node, state, module)
    case 'Literal':
      return 'regex' in node ? expression : constant(node.value)
    case 'TemplateLiteral':
      return template(
        node.quasis.map(({ value }) => value.cooked ?? ''),
        node.expressions.map(of),
      )
    case 'MemberExpression': {
      const owner = of(node.object)
      const key = staticKey(node.property, node.computed)
      if (key === undefined) return indexed(owner, of(node.property))
      return run.member(owner, key, { module, node, state, optional: isOptional(node) })
    }
    case 'CallExpression':
      return evaluateCall(run, node, state, module)
    case 'NewExpression':
      return evaluateNew(run, node, state, module)
    case 'TaggedTemplateExpression':
      return evaluateTagged(run, node, state, module)
    case 'AwaitExpression':
      return settle(of(node.argument), state)
    case 'UnaryExpression':
      return unary(node.operator, of(node.argument))
    case 'LogicalExpression':
      return logical(run, node, state, module)
    case 'BinaryExpression':
      return binary(run, node, state, module)
    case 'ConditionalExpression':
      return conditional(run, node, state, module)
    case 'AssignmentExpression': {
      const value = of(node.right)
      assign(run, node, value, state, module)
      return value
    }
    case 'UpdateExpression': {
      const value = of(node.argument)
      // How often it is counted isn't known.
      run.bind(node.argument, labeled(labelsOf(value)), state, module)
      return labeled(labelsOf(value))
    }
    case 'ObjectExpression':
      return objectOf(run, node, state, module)
    case 'ArrayExpression': {
      const items: Abstract[] = []
      let rest: Abstract | undefined
      for (const element of node.elements) {
        if (!element) continue
        if (element.type !== 'SpreadElement') items.push(of(element))
        else {
          const spread = of(element.argument)
          if (spread.kind === 'list' && !spread.rest) items.push(...spread.items)
          else rest = labeled(labelsOf(spread) | (rest?.labels ?? 0))
        }
      }
      return { kind: 'list', labels: 0, items, ...(rest && { rest }) }
    }
    case 'SequenceExpression':
      return node.expressions.map(of).at(-1) ?? unknown
    case 'YieldExpression':
      return node.argument ? of(node.argument) : unknown
    case 'ImportExpression': {
      const source = of(node.source)
      if (source.kind !== 'constant') return unknown
      return run.imported(module, String(source.value), '*')
    }
    case 'ThisExpression':
      return [...state.variables].findLast(([binding]) => binding.name === 'this')?.[1] ?? unknown
    case 'ClassExpression':
      return { kind: 'class', labels: 0, node, module, variables: state.variables }
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
    case 'ParenthesizedExpression':
    case 'ChainExpression':
      return of(node.expression)
    case 'JSXElement':
    case 'JSXFragment':
      return evaluateJsx(run, node, state, module)
    default:
      if (isFunction(node))
        return { kind: 'function', labels: 0, fn: node, module, variables: state.variables }
      return unknown
  }
}

/** A regular expression, whose methods change nothing. */
const expression: Abstract = { kind: 'host', labels: 0, name: 'global' }

/** Whether an earlier `?.` short-circuits the chain, as in `a?.b.c`. */
function isOptional(node: Node): boolean {
  if (node.type === 'MemberExpression') return node.optional || isOptional(node.object)
  if (node.type === 'CallExpression') return node.optional || isOptional(node.callee)
  return node.type === 'TSNonNullExpression' && isOptional(node.expression)
}

function template(texts: readonly string[], parts: readonly Abstract[]): Abstract {
  const known = parts.flatMap((part) => (part.kind === 'constant' ? [String(part.value)] : []))
  if (known.length === parts.length)
    return constant(texts.map((text, index) => text + (known[index] ?? '')).join(''))
  return labeled(parts.reduce((labels, part) => labels | labelsOf(part), 0))
}

/** `ranks[user.role]` expresses permissions, like the role itself. */
function indexed(owner: Abstract, key: Abstract): Abstract {
  const trail = isPower(key) ? key.trail : owner.trail
  const item = owner.kind === 'list' && owner.items.length === 1 ? owner.items[0] : undefined
  if (owner.kind === 'list' && key.kind === 'constant' && !owner.rest)
    return owner.items[Number(key.value)] ?? constant(undefined)
  if (item && !labelsOf(key))
    return oneOf([item, constant(undefined)].map((value) => ({ value, facts: noFacts, denied: false })))
  return labeled(labelsOf(owner) | labelsOf(key), {
    ...(trail !== undefined && { trail }),
    ...(owner.truthy && { truthy: owner.truthy }),
  })
}

function unary(operator: string, value: Abstract): Abstract {
  if (operator === '!') {
    const truth = truthOf(value)
    if (truth !== undefined) return constant(!truth)
    return { kind: 'any', labels: 0, truthy: falsyFacts(value), falsy: truthyFacts(value) }
  }
  if (operator === 'void') return constant(undefined)
  if (operator === 'typeof') {
    if (value.kind === 'function' || value.kind === 'host') return constant('function')
    // `null` is an object too.
    return value.kind === 'constant'
      ? constant(typeof value.value)
      : labeled(0, { isType: true, ...presenceOf(value) })
  }
  if (operator === '-' && value.kind === 'constant' && typeof value.value === 'number')
    return constant(-value.value)
  return labeled(labelsOf(value), { ...(value.trail !== undefined && { trail: value.trail }) })
}

function binary(
  run: Run,
  node: Extract<Node, { type: 'BinaryExpression' }>,
  state: State,
  module: SourceModule,
): Abstract {
  if (node.left.type === 'PrivateIdentifier') return unknown
  const left = run.evaluate(node.left, state, module)
  const right = run.evaluate(node.right, state, module)
  const site = { module, node }
  const flipped = (value: Abstract): Abstract => unary('!', value)
  switch (node.operator) {
    case '===':
    case '==':
      return equality(left, right, site, node.operator === '===')
    case '!==':
    case '!=':
      return flipped(equality(left, right, site, node.operator === '!=='))
    case '<':
    case '<=':
    case '>':
    case '>=':
      return order(left, right, node.operator, site)
    case 'instanceof':
      return instance(left, right)
    case 'in':
      return left.kind === 'constant' ? hasKey(right, String(left.value)) : unknown
    default: {
      const counter = (labelsOf(left) | labelsOf(right)) & COUNTER
      if (left.kind === 'constant' && right.kind === 'constant' && node.operator === '+')
        return constant(
          typeof left.value === 'number' && typeof right.value === 'number'
            ? left.value + right.value
            : `${String(left.value)}${String(right.value)}`,
        )
      return labeled(labelsOf(left) | labelsOf(right) | counter)
    }
  }
}

function assign(
  run: Run,
  { left, operator }: Extract<Node, { type: 'AssignmentExpression' }>,
  value: Abstract,
  state: State,
  module: SourceModule,
): void {
  if (left.type === 'MemberExpression') {
    const owner = run.evaluate(left.object, state, module)
    const key = staticKey(left.property, left.computed)
    if (owner.kind !== 'object' || key === undefined || (run.quiet > 0 && !owner.type)) return
    const kept = run.quiet === 0 && isShared(owner.members) ? ofAnyone(value) : value
    if (isAlike(owner.members.get(key), kept, state)) return
    owner.members.set(key, kept)
    countChange({ isNew: left.object.type === 'ThisExpression' && isInConstructor(left, module) })
    return
  }
  if (operator !== '=' && operator !== '??=' && operator !== '||=') return
  const isOfModule =
    left.type === 'Identifier' && module.scopes.topLevel(left.name) === module.scopes.lookup(left)
  // A module variable can hold values from earlier calls.
  const kept = isOfModule ? ofAnyone(value) : value
  run.bind(left, kept, state, module)
}

/** Whether a property has this value already, so nothing changes. */
function isAlike(earlier: Abstract | undefined, value: Abstract, state: State): boolean {
  if (!earlier) return false
  const prints = new Fingerprints(state.variables)
  const key = prints.keyOf(value)
  return key !== undefined && key === prints.keyOf(earlier)
}

function isInConstructor(node: Node, module: SourceModule): boolean {
  let at: Node | undefined = node
  while (at && !isFunction(at)) at = module.scopes.parentOf(at)
  return at !== undefined && isConstructor(at, module)
}

function objectOf(
  run: Run,
  node: Extract<Node, { type: 'ObjectExpression' }>,
  state: State,
  module: SourceModule,
): Abstract {
  const members = new Map<string, Abstract>()
  let rest: Abstract | undefined
  for (const property of node.properties) {
    if (property.type === 'SpreadElement') {
      const spread = run.evaluate(property.argument, state, module)
      if (spread.kind === 'object') {
        spread.members.forEach((value, key) => members.set(key, value))
        rest ??= spread.rest
      } else if (spread.kind === 'oneOf' && !rest) rest = spread
      else
        rest = labeled(labelsOf(spread) | (rest?.labels ?? 0), {
          ...(spread.truthy && { truthy: spread.truthy }),
        })
      continue
    }
    const value = run.evaluate(property.value, state, module)
    const key = staticKey(property.key, property.computed)
    if (key === undefined) rest = labeled(labelsOf(value) | (rest?.labels ?? 0))
    else members.set(key, value)
  }
  if (run.quiet > 0) share(members)
  return { kind: 'object', labels: 0, members, ...(rest && { rest }) }
}
