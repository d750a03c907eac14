import type { Binding } from '../syntax/scopes'
import { walk, type FunctionNode } from '../syntax/node'
import { returnsOf } from '../syntax/returns'
import type { Value } from './value'

/** The return expressions of a function for these arguments. */
export function returnedBy(value: Value & { node: FunctionNode }, args: readonly Value[]): Value[] {
  const given = new Map<Binding, Value>(value.given)
  value.node.params.forEach((parameter, index) => {
    const argument = args[index]
    const isDefault = parameter.type === 'AssignmentPattern' && !argument
    const taken = isDefault ? { ...value, node: parameter.right } : argument
    if (!taken) return
    walk(parameter, (part) => {
      const binding = value.module.scopes.lookup(part)
      if (binding?.node === part) given.set(binding, taken)
    })
  })
  return returnsOf(value.node).map((node) => ({ module: value.module, node, given }))
}
