/** Milliseconds after which an attack that never ended loses its turn. */
const LONGEST = 60_000

let holder: { attack: string; since: number } | undefined

/** One attack at a time, because each starts over with new data and new sessions. Returns whether it's this one's turn. */
export function takeTurn(attack: string): boolean {
  if (holder && holder.attack !== attack && Date.now() - holder.since < LONGEST) return false
  holder = { attack, since: Date.now() }
  return true
}

export function endTurn(attack: string): void {
  if (holder?.attack === attack) holder = undefined
}
