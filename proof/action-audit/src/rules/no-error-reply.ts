import type { Node } from 'oxc-parser'
import { inlineActions } from '../action/endpoints'
import { originsOf } from '../project/origin'
import { follow } from '../project/follow'
import { memberPathOf } from '../project/member-path'
import { returnsOf } from '../syntax/returns'
import { isFunction, staticKey, walk, type FunctionNode } from '../syntax/node'
import type { SourceModule } from '../syntax/source-module'
import { mentionsServer } from '../syntax/mentions-server'
import { isForKnownErrors } from './known-error'
import { defineRule } from './define-rule'

/** Properties of an error that reveal internals, unlike a code or a name from a closed set. */
const revealing: ReadonlySet<string> = new Set(['message', 'stack', 'cause', 'detail', 'toString()', '*'])

/** The text of an error reveals tables, columns, hosts and the cause of a failure. */
export const noErrorReply = defineRule({
  name: 'no-error-reply',
  description: 'No reply contains the text of an error.',
  concerns: (text) => mentionsServer(text) || text.includes('handleServerError'),
  recommended: true,
  check(subject) {
    const { module, sources } = subject
    for (const endpoint of subject.readEndpoints) {
      const { handler } = endpoint.definition
      if (!handler) continue
      for (const node of leaksOf(handler.module, handler.node)) {
        subject.reportFor(endpoint, `"${endpoint.name}" returns the text of an error.`, {
          module: handler.module,
          node,
        })
      }
    }
    for (const action of inlineActions(module)) {
      if (module.isServer) continue
      for (const node of leaksOf(module, action))
        subject.report(node, 'This action returns the text of an error.')
    }
    walk(module.program, (node) => {
      if (node.type !== 'Property' || staticKey(node.key, node.computed) !== 'handleServerError') return
      const found = follow(sources.project, { module, node: node.value })
      if (found.kind !== 'value' || !isFunction(found.node) || found.module !== module) return
      const fn = found.node
      const isError = (part: Node) => revealsError(module, part, (of) => of === fn)
      for (const reply of returnsOf(fn)) {
        if (mentions(reply, isError) && !onlyKnown(module, reply, isError))
          subject.report(reply, 'Every action of this client returns the text of its errors.')
      }
    })
  },
})

function leaksOf(module: SourceModule, handler: FunctionNode): Node[] {
  const replies: Node[] = []
  walk(handler, (node) => {
    if (isFunction(node)) replies.push(...returnsOf(node))
    if (node.type === 'ThrowStatement' && node.argument.type !== 'Identifier') replies.push(node.argument)
  })
  const isError = (part: Node) => revealsError(module, part, (fn) => isCatcher(module, fn))
  return replies.filter((reply) => mentions(reply, isError) && !onlyKnown(module, reply, isError))
}

/** Whether every use of an error is reachable only with known errors. */
function onlyKnown(module: SourceModule, reply: Node, isError: (node: Node) => boolean): boolean {
  if (isForKnownErrors(module, reply)) return true
  const reveals: Node[] = []
  walk(reply, (part) => {
    if (!isError(part)) return true
    const isAsked = module.scopes.parentOf(part)?.type === 'BinaryExpression'
    if (!isAsked) reveals.push(part)
    return false
  })
  return reveals.every((part) => isForKnownErrors(module, part))
}

/** Whether an expression is an error or one of its revealing properties. */
function revealsError(module: SourceModule, node: Node, isErrorOf: (fn: FunctionNode) => boolean): boolean {
  return originsOf(module, node).some(({ binding, path }) => {
    const { kind, parameter } = binding
    const isError = kind === 'caught' || (parameter?.index === 0 && isErrorOf(parameter.of))
    return isError && (path.length === 0 || revealing.has(path[0] ?? ''))
  })
}

/** The function in `.catch((error) => …)`. */
function isCatcher(module: SourceModule, fn: FunctionNode): boolean {
  const parent = module.scopes.parentOf(fn)
  if (parent?.type !== 'CallExpression') return false
  return memberPathOf(module, parent.callee).path.at(-1) === 'catch'
}

/** Functions that turn any value into text. Other functions are trusted with errors. */
const texts: ReadonlySet<string> = new Set(['String', 'stringify', 'Error', 'inspect', 'toString', 'assign'])

function mentions(reply: Node, isError: (node: Node) => boolean): boolean {
  switch (reply.type) {
    case 'CallExpression':
    case 'NewExpression': {
      if (isError(reply)) return true
      const name = calleeName(reply.callee)
      return texts.has(name) && reply.arguments.some((argument) => mentions(argument, isError))
    }
    case 'ConditionalExpression':
      return mentions(reply.consequent, isError) || mentions(reply.alternate, isError)
    case 'ObjectExpression':
      return reply.properties.some((property) =>
        mentions(property.type === 'SpreadElement' ? property.argument : property.value, isError),
      )
    case 'ArrayExpression':
      return reply.elements.some((element) => element !== null && mentions(element, isError))
    case 'TemplateLiteral':
      return reply.expressions.some((part) => mentions(part, isError))
    case 'BinaryExpression':
    case 'LogicalExpression':
      return comparisons.has(reply.operator)
        ? false
        : mentions(reply.left, isError) || mentions(reply.right, isError)
    case 'SpreadElement':
    case 'AwaitExpression':
      return mentions(reply.argument, isError)
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'ChainExpression':
      return mentions(reply.expression, isError)
    default:
      return isError(reply)
  }
}

const comparisons: ReadonlySet<string> = new Set([
  '===',
  '!==',
  '==',
  '!=',
  'instanceof',
  'in',
  '<',
  '>',
  '<=',
  '>=',
])

function calleeName(callee: Node): string {
  if (callee.type === 'Identifier') return callee.name
  return callee.type === 'MemberExpression' ? (staticKey(callee.property, callee.computed) ?? '') : ''
}
