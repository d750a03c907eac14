import type { ProtectedAction } from '../protections/actions'
import { explanationOf } from './explained'
import { idOf, type Protection } from '../protections/protection'

/** A removed protection and the actions, one of which must then be breached. */
export interface Mutant {
  id: string
  protection: Protection
  /** Attacked in order until one is breached. */
  actions: string[]
  /** Why no attack can detect the removal, if so. */
  explained?: string
}

/**
 * Returns the mutants. A client's link is one mutant per action built on it. A bound, rule or check that several actions
 * share is one mutant, and a breach of any of them kills it.
 * @param only limits the mutants to these actions, which are attacked first
 */
export function mutantsOf(
  actions: readonly ProtectedAction[],
  root: string,
  only?: readonly string[],
): Mutant[] {
  const protections = new Map<Protection, ProtectedAction[]>()
  for (const action of actions)
    for (const protection of action.protections)
      protections.set(protection, [...(protections.get(protection) ?? []), action])
  const chosen = only === undefined ? actions : actions.filter(({ name }) => only.includes(name))
  return [...protections].flatMap(([protection, sharing]): Mutant[] => {
    const own = sharing.filter((action) => chosen.includes(action))
    if (own.length === 0) return []
    const others = sharing.filter((action) => !own.includes(action))
    return protection.kind === 'client'
      ? own.map((action) => mutant(protection, root, [action]))
      : [mutant(protection, root, [...own, ...others])]
  })
}

function mutant(protection: Protection, root: string, actions: readonly ProtectedAction[]): Mutant {
  const links = new Set(actions.flatMap(({ protections }) => protections.flatMap(({ maker }) => maker ?? [])))
  const explained = explanationOf(protection, root, { links, action: actions[0]?.name })
  return {
    id: idOf(protection, root),
    protection,
    actions: actions.map(({ name }) => name),
    ...(explained && { explained }),
  }
}
