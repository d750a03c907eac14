import type { Node } from 'oxc-parser'
import type { SourceModule } from './source-module'

/** Whether a function is the constructor of a class. */
export function isConstructor(fn: Node, module: SourceModule): boolean {
  const method = module.scopes.parentOf(fn)
  return method?.type === 'MethodDefinition' && method.kind === 'constructor'
}
