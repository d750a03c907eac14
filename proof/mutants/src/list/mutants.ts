import type { ProtectedAction } from '../protections/actions'
import { explanationOf } from './explained'
import { idOf, type Place } from '../protections/place'

/** A removed protection and the actions, one of which must then be breached. */
export interface Mutant {
  id: string
  place: Place
  /** Attacked in order until one is breached. */
  actions: string[]
  /** Why no attack can detect the removal, if so. */
  explained?: string
}

/**
 * Returns the mutants. A client's link is one mutant per action built on it. A bound, rule or check that several actions
 * share is one mutant, and a breach of any of them kills it.
 * @param only limits the mutants to this action, which is attacked first
 */
export function mutantsOf(actions: readonly ProtectedAction[], root: string, only?: string): Mutant[] {
  const places = new Map<Place, ProtectedAction[]>()
  for (const action of actions)
    for (const place of action.places) places.set(place, [...(places.get(place) ?? []), action])
  const chosen = only === undefined ? actions : actions.filter(({ name }) => name === only)
  return [...places].flatMap(([place, sharing]): Mutant[] => {
    const own = sharing.filter((action) => chosen.includes(action))
    if (own.length === 0) return []
    const others = sharing.filter((action) => !own.includes(action))
    return place.kind === 'client'
      ? own.map((action) => mutant(place, root, [action]))
      : [mutant(place, root, [...own, ...others])]
  })
}

function mutant(place: Place, root: string, actions: readonly ProtectedAction[]): Mutant {
  const links = new Set(actions.flatMap(({ places }) => places.flatMap(({ maker }) => maker ?? [])))
  const explained = explanationOf(place, root, links)
  return {
    id: idOf(place, root),
    place,
    actions: actions.map(({ name }) => name),
    ...(explained && { explained }),
  }
}
