import { Arena, openServer, restoreEverything, snapshotEverything } from '@kit/attacks/engine/arena'
import { catalogues } from '@kit/attacks/catalogue/all'
import { fire } from '@kit/attacks/engine/fire'
import { matrix } from '../attacks/matrix'
import { setUp } from '@kit/attacks/engine/set-up'
import type { Attack, Shot } from '@kit/attacks/engine/attack'
import type { NamedRow } from '@kit/attacks/engine/row'
import type { Breach } from './messages'

/** The attack suite's arena and attacks without Playwright, because the app restarts for every mutant. */
export interface Lane {
  fire(actions: readonly string[], likely: readonly string[]): Promise<Breach | undefined>
  again(breach: Breach): Promise<Breach | undefined>
  close(): Promise<void>
}

export async function openLane(): Promise<Lane> {
  const server = await openServer()
  const record = await setUp(server)
  const arena = new Arena(server.database, server.development, server.endpoints, record)
  return {
    fire: async (actions, likely) => {
      assertKnown(likely)
      for (const { row, attacks } of volleys(actions.map(rowOf), likely)) {
        const breach = await attackUntilBreach(arena, row, attacks)
        if (breach) return breach
      }
      return undefined
    },
    again: async ({ action, group, attack: name, shot: label }) => {
      const row = rowOf(action)
      const attack = attacksOn(row, []).find((each) => each.group === group && each.name === name)
      const shots = attack?.shots(arena).filter((shot) => shot.label === label) ?? []
      return attack && firstBreach(arena, row, attack, shots)
    },
    close: async () => {
      await restoreEverything(server.database, record.initial, await snapshotEverything(server.database))
      await server.database.close()
    },
  }
}

function rowOf(action: string): NamedRow {
  const row = matrix.find(({ exportName }) => exportName === action)
  if (!row) throw new Error(`The matrix has no row ${action}.`)
  return row
}

/** Throws on an outdated name, which would otherwise only slow the run down. */
function assertKnown(names: readonly string[]): void {
  const unknown = names.find((name) => !known.has(name))
  if (unknown !== undefined)
    throw new Error(`Unknown attacks "${unknown}" in proof/mutants/src/list/likely.ts`)
}

const known: ReadonlySet<string> = new Set(
  matrix.flatMap((row) => attacksOn(row, []).flatMap(({ group, name }) => [group, name])),
)

/** The likely attacks on every row. Then, row by row, those that no earlier row got. */
function* volleys(rows: readonly NamedRow[], likely: readonly string[]) {
  const isLikely = (attack: Attack) => placeIn(likely, attack) >= 0
  for (const row of rows) yield { row, attacks: attacksOn(row, likely).filter(isLikely) }
  const fired = new Set<string>()
  for (const row of rows) {
    const attacks = attacksOn(row, likely).filter((attack) => !isLikely(attack) && !fired.has(keyOf(attack)))
    for (const attack of attacks) fired.add(keyOf(attack))
    if (attacks.length > 0) yield { row, attacks }
  }
}

const keyOf = ({ group, name }: Attack) => `${group}: ${name}`

/** Attacks most likely to succeed come first. */
function attacksOn(row: NamedRow, likely: readonly string[]): Attack[] {
  const rank = (attack: Attack) => {
    const place = placeIn(likely, attack)
    return place < 0 ? likely.length : place
  }
  return catalogues.flatMap((catalogue) => catalogue(row)).toSorted((a, b) => rank(a) - rank(b))
}

/** The position of an attack or its group, or -1. */
function placeIn(likely: readonly string[], { group, name }: Attack): number {
  return likely.findIndex((named) => named === group || named === name)
}

async function attackUntilBreach(
  arena: Arena,
  row: NamedRow,
  attacks: readonly Attack[],
): Promise<Breach | undefined> {
  // Removes what an earlier server wrote while it was being stopped.
  await arena.restore(await arena.snapshot())
  for (const attack of attacks) {
    const breach = await firstBreach(arena, row, attack, attack.shots(arena))
    if (breach) return breach
  }
  return undefined
}

async function firstBreach(
  arena: Arena,
  row: NamedRow,
  { group, name }: Attack,
  shots: readonly Shot[],
): Promise<Breach | undefined> {
  for (const shot of shots) {
    const problem = await problemOf(arena, row, shot)
    if (problem) return { action: row.exportName, group, attack: name, shot: shot.label, problem }
  }
  return undefined
}

/** An exception counts as a problem, as in the attack suite, unless the server isn't running. */
async function problemOf(arena: Arena, row: NamedRow, shot: Shot): Promise<string | undefined> {
  try {
    return (await fire(arena, row, shot))?.problems.join('; ')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED') throw error
    await arena.restore(await arena.snapshot())
    return error instanceof Error ? error.message : String(error)
  }
}
