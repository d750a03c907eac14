import type { Node } from 'oxc-parser'
import { staticKey, unwrapped, type FunctionNode } from '../syntax/node'
import type { SourceModule } from '../syntax/source-module'
import { labeled, labelsOf, oneOf, unknown, type Abstract } from '../guards/abstract'
import { callMethod } from './methods'
import { callValue } from './calls'
import { fieldsOf, instanceOf, methodOf } from '../interpret/members'
import { settle } from '../guards/promises'
import type { Run } from '../guards/run'
import { copyOf, type State } from '../guards/state'
import { taggedUse } from './uses'
import { countingMap } from './globals'
import { constructed } from '../libraries/library'

/** `f(…)`, `object.method(…)`. */
export function evaluateCall(
  run: Run,
  node: Extract<Node, { type: 'CallExpression' }>,
  state: State,
  module: SourceModule,
): Abstract {
  const callee = bare(node.callee)
  const site = { module, node }
  if (callee.type === 'MemberExpression') {
    const key = staticKey(callee.property, callee.computed)
    if (key === 'catch') return guarded(run, node, callee.object, state, module)
    const owner = run.evaluate(callee.object, state, module)
    if (state.dead) return unknown
    const args = argumentsOf(run, node.arguments, state, module)
    if (key === undefined) return labeled(labelsOf(owner) | sum(args))
    return callMethod(owner, key, { run, state, site, args }, isOptional(callee))
  }
  const value = run.evaluate(callee, state, module)
  const args = argumentsOf(run, node.arguments, state, module)
  if (state.dead) return unknown
  return callValue(value, { run, state, site, args })
}

/** The callee without type assertions, keeping `await`. */
function bare(node: Node): Node {
  if (node.type === 'AwaitExpression') return node
  const inner = unwrapped(node)
  return inner.type === 'AwaitExpression' || node.type === 'SequenceExpression' ? node : inner
}

function isOptional(node: Node): boolean {
  return node.type === 'MemberExpression' ? node.optional || isOptional(node.object) : false
}

function sum(args: readonly Abstract[]): number {
  return args.reduce((labels, each) => labels | labelsOf(each), 0)
}

export function argumentsOf(
  run: Run,
  nodes: readonly Node[],
  state: State,
  module: SourceModule,
): Abstract[] {
  const args: Abstract[] = []
  for (const node of nodes) {
    if (node.type !== 'SpreadElement') {
      args.push(run.evaluate(node, state, module))
      continue
    }
    const value = run.evaluate(node.argument, state, module)
    if (value.kind === 'list' && !value.rest) args.push(...value.items)
    // Unknown length: every parameter could be one of them.
    else args.push(labeled(labelsOf(value), { trail: '...' }))
  }
  return args
}

/** `work().catch(…)`, which swallows errors. */
function guarded(
  run: Run,
  node: Extract<Node, { type: 'CallExpression' }>,
  object: Node,
  state: State,
  module: SourceModule,
): Abstract {
  const inner = copyOf(state)
  const value = settle(run.evaluate(object, inner, module), inner)
  const [handler] = argumentsOf(run, node.arguments, state, module)
  const other = copyOf(state)
  const site = { module, node }
  const caught = handler ? settle(run.call(handler, { state: other, site, args: [unknown] }), other) : unknown
  const ways = [
    ...(inner.dead ? [] : [{ value, facts: inner.facts, denied: inner.denied }]),
    ...(other.dead ? [] : [{ value: caught, facts: other.facts, denied: true }]),
  ]
  if (other.dead && !inner.dead) state.facts = inner.facts
  if (ways.length === 0) state.dead = true
  return oneOf(ways)
}

/** `new Class(…)`. */
export function evaluateNew(
  run: Run,
  node: Extract<Node, { type: 'NewExpression' }>,
  state: State,
  module: SourceModule,
): Abstract {
  const callee = run.evaluate(node.callee, state, module)
  const args = argumentsOf(run, node.arguments, state, module)
  const call = { run, state, site: { module, node }, args }
  if (callee.kind === 'class') {
    const made = instanceOf(callee)
    for (const { key, value } of fieldsOf(callee))
      made.members.set(
        key,
        run.evaluate(value, { ...state, variables: new Map(callee.variables) }, callee.module),
      )
    // An error is only thrown, and many are made.
    if (isError(callee)) return made
    const constructor = methodOf(made, 'constructor')
    if (constructor?.kind === 'function') takeProperties(made, constructor.fn, args)
    if (constructor) callValue(constructor, call)
    return made
  }
  if (callee.kind === 'external') {
    const name = callee.path.split('.').at(-1) ?? ''
    if (callee.source === 'global' && (name === 'Map' || name === 'WeakMap') && run.quiet > 0)
      return countingMap()
    const made = constructed(callee.source, name, call)
    if (made) return made
    return callee.source === 'global' ? plain(name, args) : { ...callee, labels: 0 }
  }
  if (callee.kind === 'host' && callee.call) return callee.call(call)
  return labeled(sum(args))
}

/** `class Refused extends Error`. */
function isError({ node }: Extract<Abstract, { kind: 'class' }>): boolean {
  if (node.type !== 'ClassDeclaration' && node.type !== 'ClassExpression') return false
  return node.superClass?.type === 'Identifier' && node.superClass.name.endsWith('Error')
}

/** `constructor(private user: User)` stores its argument as a property. */
function takeProperties(
  made: Extract<Abstract, { kind: 'object' }>,
  { params }: FunctionNode,
  args: readonly Abstract[],
): void {
  params.forEach((parameter, index) => {
    if (parameter.type !== 'TSParameterProperty') return
    const name = parameter.parameter.type === 'Identifier' ? parameter.parameter.name : undefined
    const value = args[index]
    if (name !== undefined && value) made.members.set(name, value)
  })
}

/** A platform object, which has the labels of its arguments. */
function plain(name: string, args: readonly Abstract[]): Abstract {
  const rest = labeled(sum(args))
  return { kind: 'object', labels: 0, members: new Map(), rest, type: name }
}

/** ``sql`delete from …` ``. */
export function evaluateTagged(
  run: Run,
  node: Extract<Node, { type: 'TaggedTemplateExpression' }>,
  state: State,
  module: SourceModule,
): Abstract {
  const tag = run.evaluate(node.tag, state, module)
  const parts = node.quasi.expressions.map((part) => run.evaluate(part, state, module))
  const text = node.quasi.quasis.map(({ value }) => value.cooked ?? '').join(' ? ')
  return taggedUse(tag, text, { run, state, site: { module, node }, args: parts })
}
