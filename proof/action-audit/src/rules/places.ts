import type { Node } from 'oxc-parser'
import type { SourceModule } from '../syntax/source-module'

/** What stands around types and parentheses that stand around an expression. */
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

/** What a constant is made from, or a member is taken of: where that is used, it is looked at again. */
export function isPartOfAlias(module: SourceModule, node: Node): boolean {
  const { inner, outer } = frameOf(module, node)
  if (outer?.type === 'MemberExpression') return outer.object === inner
  return outer?.type === 'VariableDeclarator' && outer.init === inner
}
