import type { Node } from 'oxc-parser'
import { follow } from '../project/follow'
import { memberPathOf, namesOf } from '../project/member-path'
import { originsOf } from '../project/origin'
import { isFunction, methodCall, walk, type FunctionNode } from '../syntax/node'
import type { SourceModule } from '../syntax/source-module'
import { defineRule } from './define-rule'

/** `next()` returns the failure of an action instead of throwing, so a transaction around it commits partial work. */
export const noTransactionAroundNext = defineRule({
  name: 'no-transaction-around-next',
  description: 'No transaction runs `next()` as its work.',
  concerns: (text, { config }) =>
    config.transactions.some((name) => text.includes(name)) && /\bnext\b/.test(text),
  recommended: true,
  check(subject) {
    const { module, sources } = subject
    const { transactions } = sources.settings.config
    walk(module.program, (node) => {
      if (node.type !== 'CallExpression') return
      const { root, path } = memberPathOf(module, node.callee)
      const names = path.length > 0 ? path.slice(-1) : namesOf(module, root)
      if (!names.some((name) => transactions.includes(name))) return
      const runsNext = node.arguments.some((argument) => {
        const found = follow(sources.project, { module, node: argument })
        const work = found.kind === 'value' && isFunction(found.node) ? found : { module, node: argument }
        return mentionsNext(work.module, work.node)
      })
      if (runsNext)
        subject.report(
          node,
          'This transaction commits even if the action fails, because `next()` does not throw.',
        )
    })
  },
})

function mentionsNext(module: SourceModule, node: Node): boolean {
  let found = false
  walk(node, (part) => {
    if (part.type === 'Identifier' || part.type === 'MemberExpression') found ||= isNext(module, part)
    return !found
  })
  return found
}

function isNext(module: SourceModule, node: Node): boolean {
  const parent = module.scopes.parentOf(node)
  if (parent?.type === 'MemberExpression' && parent.property === node && !parent.computed) return false
  if (parent?.type === 'Property' && parent.key === node && !parent.shorthand) return false
  return originsOf(module, node).some(({ binding, path }) => {
    const { parameter } = binding
    if (!parameter) return false
    if (path.length === 0) return binding.name === 'next'
    const isTakenOut = binding.path.at(-1) === 'next'
    return path.length === 1 && path[0] === 'next' && (isTakenOut || isMiddleware(module, parameter.of))
  })
}

const takers: ReadonlySet<string> = new Set(['use', 'useValidated', 'define'])

/** Whether a function is passed to a chain. In other functions, `next` can mean anything. */
function isMiddleware(module: SourceModule, fn: FunctionNode): boolean {
  const parent = module.scopes.parentOf(fn)
  const link = parent && methodCall(parent)
  return link?.method !== undefined && takers.has(link.method)
}
