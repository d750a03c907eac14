import type { Node } from 'oxc-parser'
import { readDefinition } from '../action/read-definition'
import { constantOf } from '../project/constant'
import { follow } from '../project/follow'
import { memberPathOf } from '../project/member-path'
import { isFunction, methodCall, staticKey, unwrapped, walk } from '../syntax/node'
import { directivesOf } from '../syntax/source-module'
import { defineRule } from './define-rule'
import type { Subject } from './subject'

/** Bound arguments travel to the browser and back in plain text, so the caller can change them. */
export const noBoundAccess = defineRule({
  name: 'no-bound-access',
  description: 'No value that could decide access is bound to an action.',
  concerns: (text) => /\bbind\b/.test(text),
  recommended: true,
  check(subject) {
    walk(subject.module.program, (node) => {
      const bound = boundTo(node)
      if (!bound || !isAction(subject, bound.target)) return
      const decisive = bound.values.find((value) => !isHarmless(subject, value))
      if (decisive) {
        const text = subject.module.textOf(decisive)
        subject.report(
          node,
          `A caller can replace \`${text}\` with any value, because it is bound in plain text.`,
        )
      }
    })
  },
})

/** `action.bind(null, value)`, `Function.prototype.bind.call(action, null, value)`. */
function boundTo(node: Node): { target: Node; values: Node[] } | undefined {
  const link = methodCall(node)
  if (!link) return undefined
  const [first, second, ...rest] = link.call.arguments
  if (link.method === 'bind') return { target: link.object, values: link.call.arguments.slice(1) }
  const object = unwrapped(link.object)
  const isBind = object.type === 'MemberExpression' && staticKey(object.property, object.computed) === 'bind'
  if (!isBind || !first) return undefined
  if (link.method === 'call') return { target: first, values: rest }
  return link.method === 'apply' && second ? { target: first, values: [second] } : undefined
}

function isAction({ module, sources }: Subject, target: Node): boolean {
  const found = follow(sources.project, { module, node: target })
  if (found.kind === 'value') {
    const { node } = found
    if (found.module.isServer) return true
    if (isFunction(node))
      return node.body?.type === 'BlockStatement' && directivesOf(node.body.body).includes('use server')
    const reading = readDefinition(sources, found)
    return 'definition' in reading
  }
  // Props and opaque values are classified by name.
  const { root, path } = memberPathOf(module, target)
  const name = path.at(-1) ?? (root.type === 'Identifier' ? root.name : '')
  return name === 'action' || name.endsWith('Action')
}

/** A plain constant that isn't a role is the same for everyone. */
function isHarmless({ module, sources }: Subject, value: Node): boolean {
  const constant = constantOf(sources.project, { module, node: value })
  if (constant === undefined) return false
  return typeof constant !== 'string' || !sources.settings.config.roles.includes(constant)
}
