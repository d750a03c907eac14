import type { Node } from 'oxc-parser'
import { staticKey, unwrapped } from '../syntax/node'
import type { Path } from '../syntax/scopes'
import type { SourceModule } from '../syntax/source-module'

/** Splits `auth().api.signIn` into root and property path, through constants and destructuring. */
export interface MemberPath {
  root: Node
  path: Path
}

const DEEPEST = 40

export function memberPathOf(module: SourceModule, node: Node, depth = 0): MemberPath {
  const bare = unwrapped(node)
  if (depth > DEEPEST) return { root: bare, path: [] }
  if (bare.type === 'MemberExpression') {
    const { root, path } = memberPathOf(module, bare.object, depth + 1)
    return { root, path: [...path, staticKey(bare.property, bare.computed) ?? '*'] }
  }
  const binding = module.scopes.lookup(bare)
  if (binding?.kind !== 'variable' || !binding.init || binding.reassigned) return { root: bare, path: [] }
  const { root, path } = memberPathOf(module, binding.init, depth + 1)
  return { root, path: [...path, ...binding.path.filter((key) => key !== '...')] }
}

/** The names of a root: local and imported. For a call, those of the function. */
export function namesOf(module: SourceModule, root: Node): string[] {
  const bare = unwrapped(root)
  if (bare.type === 'CallExpression' || bare.type === 'NewExpression') {
    const callee = memberPathOf(module, bare.callee)
    return callee.path.length > 0 ? callee.path.slice(-1) : namesOf(module, callee.root)
  }
  if (bare.type !== 'Identifier') return []
  const imported = module.scopes.lookup(bare)?.imported?.name
  return imported === undefined ? [bare.name] : [bare.name, imported]
}
