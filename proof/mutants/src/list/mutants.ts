import type { ProtectedAction } from '../protections/actions'
import { explanationOf } from './explained'
import { idOf, type Place } from '../protections/place'

/** One protection taken out, and the actions one of which then has to be breached. */
export interface Mutant {
  id: string
  place: Place
  /** Attacked one after the other until one is breached. */
  actions: string[]
  /** Why no attack can miss it, where that is so. */
  explained?: string
}

/**
 * What is counted. A link of a client stands in the chain of every action that is built on it, and is a mutant for each;
 * a bound, a rule or a check that several actions share is one, and whoever meets it may show that it matters.
 * @param only the action to be looked at; it is attacked first
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
