import { follow, followExport } from 'action-audit/project/follow'
import type { Project } from 'action-audit/project/project'
import type { Value } from 'action-audit/project/value'
import { methodCall, staticKey, unwrapped } from 'action-audit/syntax/node'
import type { CallExpression, Node } from 'oxc-parser'

/** One link of a chain, such as `.use(…)`, and its file. */
export interface Link extends Value {
  node: CallExpression
  method: string
}

/** Part of an action can't be analyzed, so its mutants would be incomplete. */
export class UnknownProtection extends Error {
  override name = 'UnknownProtection'

  constructor({ module, node }: Value, what: string) {
    super(`${module.file}:${module.position(node).line}: ${what}; add it to proof/mutants.`)
  }
}

/** Returns the links of a chain back to the base client, last link first. */
export function linksOf(project: Project, start: Value): Link[] {
  const links: Link[] = []
  let at: Value = { ...start, node: unwrapped(start.node) }
  for (;;) {
    const link = methodCall(at.node)
    if (!link) break
    if (link.method === undefined) throw new UnknownProtection(at, 'a link of the chain has a computed name')
    links.unshift({ ...at, node: link.call, method: link.method })
    const found = follow(project, { ...at, node: link.object })
    if (found.kind !== 'value') throw new UnknownProtection(at, `the start of the chain can't be analyzed`)
    at = found
  }
  if (at.node.type !== 'CallExpression' || calledName(at.node) !== 'createSafeActionClient')
    throw new UnknownProtection(at, 'it is not built on an action client')
  return links
}

/** Returns the name of the called function: `withRateLimit` for `withRateLimit('roles.create')`. */
export function calledName(node: Node): string | undefined {
  if (node.type !== 'CallExpression') return undefined
  const callee = unwrapped(node.callee)
  return callee.type === 'Identifier' ? callee.name : undefined
}

/** Returns the value of an option in an object literal. */
export function optionOf(options: Node | undefined, name: string): Node | undefined {
  if (options?.type !== 'ObjectExpression') return undefined
  for (const property of options.properties)
    if (property.type === 'Property' && staticKey(property.key, property.computed) === name)
      return property.value
  return undefined
}

/** Returns another export of the module that a name is imported from. */
export function exportBeside(project: Project, { module, node }: Value, name: string): Value {
  const source = module.scopes.lookup(node)?.imported?.source
  const gate = source === undefined ? undefined : project.imported(module, source)
  const found = gate && followExport(project, gate, name)
  if (found?.kind !== 'value')
    throw new UnknownProtection({ module, node }, `its module doesn't export ${name}`)
  return found
}
