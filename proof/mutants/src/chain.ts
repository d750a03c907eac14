import { follow, followExport } from 'action-audit/project/follow'
import type { Project } from 'action-audit/project/project'
import type { Value } from 'action-audit/project/value'
import { methodCall, staticKey, unwrapped } from 'action-audit/syntax/node'
import type { CallExpression, Node } from 'oxc-parser'

/** One link of a chain, `.use(…)`, in the file where it is written. */
export interface Link extends Value {
  node: CallExpression
  method: string
}

/** An action that cannot be read has protections that nobody could take out, so nothing is said of any. */
export class UnknownProtection extends Error {
  override name = 'UnknownProtection'

  constructor({ module, node }: Value, what: string) {
    super(`${module.file}:${module.position(node).line}: ${what}; teach proof/mutants to take it out.`)
  }
}

/** The links of a chain down to where the first client is made, the outermost first. */
export function linksOf(project: Project, start: Value): Link[] {
  const links: Link[] = []
  let at: Value = { ...start, node: unwrapped(start.node) }
  for (;;) {
    const link = methodCall(at.node)
    if (!link) break
    if (link.method === undefined) throw new UnknownProtection(at, 'a link of the chain has no fixed name')
    links.unshift({ ...at, node: link.call, method: link.method })
    const found = follow(project, { ...at, node: link.object })
    if (found.kind !== 'value') throw new UnknownProtection(at, `the chain begins with something unread`)
    at = found
  }
  if (at.node.type !== 'CallExpression' || calledName(at.node) !== 'createSafeActionClient')
    throw new UnknownProtection(at, 'it is built on no action client')
  return links
}

/** `withRateLimit('roles.create')` is made by `withRateLimit`. */
export function calledName(node: Node): string | undefined {
  if (node.type !== 'CallExpression') return undefined
  const callee = unwrapped(node.callee)
  return callee.type === 'Identifier' ? callee.name : undefined
}

/** What an option of an object literal is set to, where it is written down. */
export function optionOf(options: Node | undefined, name: string): Node | undefined {
  if (options?.type !== 'ObjectExpression') return undefined
  for (const property of options.properties)
    if (property.type === 'Property' && staticKey(property.key, property.computed) === name)
      return property.value
  return undefined
}

/** What the module from which a name is imported exports under another name. */
export function exportBeside(project: Project, { module, node }: Value, name: string): Value {
  const source = module.scopes.lookup(node)?.imported?.source
  const gate = source === undefined ? undefined : project.imported(module, source)
  const found = gate && followExport(project, gate, name)
  if (found?.kind !== 'value') throw new UnknownProtection({ module, node }, `there is no ${name} beside it`)
  return found
}
