import { followExport } from 'action-audit/project/follow'
import type { Project } from 'action-audit/project/project'
import type { Value } from 'action-audit/project/value'
import { walk } from 'action-audit/syntax/node'
import type { SourceModule } from 'action-audit/syntax/source-module'
import type { Node } from 'oxc-parser'

/**
 * Returns the expression and every top-level statement that it refers to, directly or indirectly, each once. Stops at
 * third-party packages.
 */
export function reachedFrom(project: Project, start: Value): Value[] {
  const reached = new Map<Node, Value>()
  const pending = [start]
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { module, node } = next
    if (reached.has(node)) continue
    reached.set(node, next)
    walk(node, (part) => {
      const named = namedBy(project, module, part)
      if (named && !reached.has(named.node)) pending.push(named)
    })
  }
  return [...reached.values()]
}

/** Returns the statement that declares a name. */
function namedBy(project: Project, module: SourceModule, node: Node): Value | undefined {
  const binding = module.scopes.lookup(node)
  if (!binding) return undefined
  if (!binding.imported) return statementIn(module, binding.node)
  const { source, name, typeOnly } = binding.imported
  const target = typeOnly ? undefined : project.imported(module, source)
  const found = target && followExport(project, target, name)
  return found?.kind === 'value' ? statementIn(found.module, found.node) : undefined
}

function statementIn(module: SourceModule, node: Node): Value | undefined {
  const statement = module.statementOf(node)
  const isDeclaration = statement && statement.type !== 'ImportDeclaration'
  return isDeclaration ? { module, node: statement } : undefined
}
