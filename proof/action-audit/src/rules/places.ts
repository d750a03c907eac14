import type { Node } from 'oxc-parser'
import type { SourceModule } from '../syntax/source-module'

/** The parent of an expression, skipping type assertions and parentheses. */
function frameOf(module: SourceModule, node: Node): { inner: Node; outer: Node | undefined } {
  let inner = node
  for (;;) {
    const outer = module.scopes.parentOf(inner)
    if (!outer || !transparent.has(outer.type)) return { inner, outer }
    inner = outer
  }
}

const transparent: ReadonlySet<string> = new Set([
  'ChainExpression',
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TSTypeAssertion',
])

/** The function in a call of it. */
export function isCallee(module: SourceModule, node: Node): boolean {
  const { inner, outer } = frameOf(module, node)
  return outer?.type === 'CallExpression' && outer.callee === inner
}

/** Whether an expression initializes a constant or is the object of a member, whose uses are checked separately. */
export function isPartOfAlias(module: SourceModule, node: Node): boolean {
  const { inner, outer } = frameOf(module, node)
  if (outer?.type === 'MemberExpression') return outer.object === inner
  return outer?.type === 'VariableDeclarator' && outer.init === inner
}
