import { everyShot } from '../app/environment'
import type { Attack, Shot } from './attack'

/**
 * What is refused in the same place whichever endpoint is called is fired at some endpoints only: in `pnpm test`, one in so
 * many. `EVERY_SHOT` fires everything at every endpoint.
 *
 * - `shots`: every endpoint gets the attack, and one in four of its shots.
 * - `attacks`: endpoints of one kind take turns at the attacks of a group.
 * - `both`: they also take turns at the shots.
 *
 * What depends on the endpoint's own declaration, such as its role, its tenant or its limits, isn't spread. Turns follow
 * the order of the rows, so every attack is fired at every kind of endpoint and every shot is fired somewhere.
 */
export type Spread = 'shots' | 'attacks' | 'both'

const TURNS = 4

/** A place among the endpoints that take turns. */
interface Place {
  index: number
  /** How many they are. */
  of: number
}

/** What distinguishes kinds of endpoints. */
interface Called {
  kind: string
  encoding: string
  support?: true
}

export interface Target<Row extends Called> {
  row: Row
  attacks: readonly Attack[]
}

/** Returns the attacks on each row that this run fires, with the shots that it fires. */
export function spreadAttacks<Row extends Called>(targets: readonly Target<Row>[]): Target<Row>[] {
  if (everyShot()) return [...targets]
  const withAttack = placesBy(targets, ({ attacks }) => attacks.map(nameOf))
  const ofKind = placesBy(targets, (target) => [...groupsOf(target)].map((group) => turnsKey(target, group)))
  return targets.map((target) => ({
    row: target.row,
    attacks: [...groupsOf(target)].flatMap((group) => {
      const taking = takingTurns(target, group)
      const place = ofKind(target, turnsKey(target, group))
      const turns = Math.min(TURNS, place.of, taking.length)
      return target.attacks
        .filter((attack) => attack.group === group)
        .flatMap((attack) => {
          if (attack.spread === undefined) return [attack]
          if (attack.spread === 'shots') {
            const { index, of } = withAttack(target, nameOf(attack))
            return [withPart(attack, index, Math.min(TURNS, of))]
          }
          if (!isTurn(taking.indexOf(attack), place.index, turns)) return []
          // After each round, every attack was fired once.
          const rounds = Math.floor(place.of / turns)
          const round = Math.floor(place.index / turns)
          return [attack.spread === 'both' ? withPart(attack, round, Math.min(TURNS, rounds)) : attack]
        })
    }),
  }))
}

/** Returns the items that this run uses at a place: one in four, so four consecutive places use all of them. */
export function partAt<T>(items: readonly T[], place: number): readonly T[] {
  return everyShot() ? items : partOf(items, place, TURNS)
}

/** Returns every `turns`th item, or one if there are too few. */
export function partOf<T>(items: readonly T[], place: number, turns: number): T[] {
  const part = items.filter((_, index) => isTurn(index, place, turns))
  return part.length > 0 || items.length === 0 ? part : items.slice(place % items.length).slice(0, 1)
}

const isTurn = (item: number, place: number, turns: number) => (item + place) % turns === 0

function withPart(attack: Attack, place: number, turns: number): Attack {
  return { ...attack, shots: (arena): Shot[] => partOf(attack.shots(arena), place, turns) }
}

type Attacked = Pick<Target<Called>, 'attacks'>

const nameOf = ({ group, name }: Attack) => `${group}: ${name}`
const groupsOf = ({ attacks }: Attacked) => new Set(attacks.map(({ group }) => group))

const takingTurns = ({ attacks }: Attacked, group: string) =>
  attacks.filter((attack) => attack.group === group && attack.spread && attack.spread !== 'shots')

/** Endpoints take turns if they are of one kind and get the same attacks. */
function turnsKey(target: Target<Called>, group: string): string {
  return JSON.stringify([kindOf(target.row), group, takingTurns(target, group).map(({ name }) => name)])
}

/** Names a kind of endpoint: who may call it, and as a form or as JSON. */
export function kindOf({ kind, encoding, support }: Called): string {
  return [kind, encoding, ...(support ? ['support'] : [])].join(' ')
}

/** Numbers the targets that share a key. */
function placesBy<Item>(targets: readonly Item[], keysOf: (target: Item) => readonly string[]) {
  const places = new Map<string, Map<Item, number>>()
  for (const target of targets) {
    for (const key of keysOf(target)) {
      const sharing = places.get(key) ?? new Map<Item, number>()
      places.set(key, sharing.set(target, sharing.size))
    }
  }
  return (target: Item, key: string): Place => {
    const sharing = places.get(key)
    return { index: sharing?.get(target) ?? 0, of: sharing?.size ?? 0 }
  }
}
