import { follow } from 'action-audit/project/follow'
import type { Project } from 'action-audit/project/project'
import type { Value } from 'action-audit/project/value'
import { walk } from 'action-audit/syntax/node'
import type { Node } from 'oxc-parser'
import { calledName, optionOf, UnknownProtection } from './chain'
import { answersNo, guardsIn, operandsOf } from './guards'
import { excerpt, type Protection } from './protection'

const ruleMakers: ReadonlySet<string> = new Set(['withResource', 'withWriteRule'])

/**
 * Returns the rules of `withResource` and `withWriteRule`: each rule as a whole, and each of its conditions.
 */
export function rulesIn(project: Project, { module, node }: Value): Protection[] {
  const protections: Protection[] = []
  walk(node, (part) => {
    if (part.type !== 'CallExpression' || !ruleMakers.has(calledName(part) ?? '')) return
    const allow = optionOf(part.arguments[0], 'allow')
    if (!allow) throw new UnknownProtection({ module, node: part }, 'a rule that cannot be analyzed')
    protections.push(ruleAt({ module, node: allow }, '(() => true)', `allow: ${excerpt(module, allow)}`))
    protections.push(...conditionsOf(follow(project, { module, node: allow })))
  })
  return protections
}

function conditionsOf(found: ReturnType<typeof follow>): Protection[] {
  if (found.kind !== 'value') return []
  const { module, node } = found
  const protections = guardsIn({ module, node }, 'rule', answersNo)
  walk(node, (part) => {
    if (part.type !== 'ReturnStatement' || !part.argument) return
    const operands = operandsOf(part.argument, '&&')
    if (operands.length < 2) return
    for (const operand of operands)
      protections.push(ruleAt({ module, node: operand }, 'true', excerpt(module, operand)))
  })
  return protections
}

function ruleAt(
  { module, node }: { module: Protection['module']; node: Node },
  without: string,
  label: string,
): Protection {
  return { kind: 'rule', module, node, without, label }
}
