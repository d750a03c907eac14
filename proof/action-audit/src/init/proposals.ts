import { join } from 'node:path'
import type { Sources } from '../action/sources'
import type { GuardRule } from '../config/config'
import type { Inventory, InventoryGuards } from '../inventory/inventory'
import { isFunction, unwrapped, walk } from '../syntax/node'
import { memberPathOf, namesOf } from '../project/member-path'
import type { CallExpression } from 'oxc-parser'

type Column = GuardRule['proves'][number]

/** The proposed configuration of a guard. */
type Proposal = Pick<GuardRule, 'proves'> & Partial<Pick<GuardRule, 'how' | 'handler' | 'arguments'>>

/** Proposes configurations for guards that could not be analyzed, from how they are called. */
export function proposals({ endpoints, entryPoints }: Inventory, sources: Sources): Record<string, Proposal> {
  const seen = new Map<string, { columns: Set<Column>; call: CallExpression | undefined }>()
  for (const { guards } of [...endpoints, ...entryPoints]) {
    for (const column of ['authentication', 'authorization'] as const) {
      const { status, by, at } = guards[column]
      const [name] = /^[\w$.]+(?=\(\) is not analyzed)/.exec(by ?? '') ?? []
      if (status !== 'unknown' || name === undefined) continue
      const known = seen.get(name) ?? { columns: new Set<Column>(), call: callAt(sources, at, name) }
      seen.set(name, known)
      known.columns.add(column)
    }
  }
  return Object.fromEntries(
    [...seen]
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([name, { columns, call }]) => [name, proposal(name, [...columns], call)]),
  )
}

function proposal(name: string, columns: Column[], call: CallExpression | undefined): Proposal {
  const handler = call?.arguments.findIndex((each) => isFunction(unwrapped(each))) ?? -1
  if (handler >= 0) return { proves: ['authentication'], handler }
  const isAsked = /^(get|current|find|load|auth$|session$|user$)/i.test(name)
  const kind = /role/i.test(name)
    ? 'role'
    : /permission|can[A-Z]|allow/i.test(name)
      ? 'permission'
      : undefined
  const position = call?.arguments.findIndex((each) => typeof literal(each) === 'string') ?? -1
  const isPower = kind !== undefined && position >= 0
  return {
    // Authorization implies authentication.
    proves: isPower ? ['authentication', 'authorization'] : columns,
    how: isAsked ? 'returns' : 'throws',
    ...(isPower && { arguments: { [kind]: position } }),
  }
}

function literal(node: CallExpression['arguments'][number]): unknown {
  const bare = unwrapped(node)
  return bare.type === 'Literal' ? bare.value : undefined
}

/** The call of a guard on the reported line, or elsewhere in the file for a wrapper. */
function callAt(
  { project, settings }: Sources,
  at: InventoryGuards['limits']['at'],
  name: string,
): CallExpression | undefined {
  const loaded = at && project.load(join(settings.root, at.file))
  if (!loaded) return undefined
  const calls: CallExpression[] = []
  walk(loaded.program, (node) => {
    if (node.type !== 'CallExpression') return
    const { root, path } = memberPathOf(loaded, node.callee)
    if ([...path.slice(-1), ...namesOf(loaded, root)].includes(name)) calls.push(node)
  })
  return calls.find((call) => loaded.position(call).line === at.line) ?? calls[0]
}
