import { everyShot } from '../app/environment'
import type { Arena } from './arena'
import type { Attack, Shot } from './attack'
import type { NamedRow } from './row'

/** An endpoint gets one in so many shots of an attack that is spread. */
const TURNS = 4

/** Returns the shots of an attack that this run fires at an endpoint: a part if the attack is spread, otherwise all. */
export function shotsOf(arena: Arena, row: Pick<NamedRow, 'exportName'>, attack: Attack): Shot[] {
  const shots = attack.shots(arena)
  return attack.spread && !everyShot() ? partOf(shots, turnOf(`${row.exportName} ${attack.name}`)) : shots
}

/** Returns every fourth shot, beginning at `turn`, and at least one if there are any. */
export function partOf<T>(shots: readonly T[], turn: number): T[] {
  const part = shots.filter((_, index) => index % TURNS === turn % TURNS)
  return part.length > 0 || shots.length === 0 ? part : shots.slice(turn % shots.length).slice(0, 1)
}

/** Depends on the names only, so a new endpoint doesn't change what the others get. */
export function turnOf(name: string): number {
  return [...name].reduce((sum, character) => sum + (character.codePointAt(0) ?? 0), 0)
}
