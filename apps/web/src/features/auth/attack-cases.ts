import { anonymous, type Caller } from '@kit/attacks/engine/caller'
import { callsTo } from '@kit/attacks/engine/calls'
import { attacks } from './attacks'
import type { Arena } from '@kit/attacks/engine/arena'
import type { Shot } from '@kit/attacks/engine/attack'
import type { Input, NamedRow } from '@kit/attacks/engine/row'

/** The matrix row of a public action. */
export function publicRow(exportName: string): NamedRow {
  const row = attacks.find((candidate) => candidate.exportName === exportName)
  if (!row) throw new Error(`The matrix has no row ${exportName}.`)
  return row
}

interface PublicShot extends Partial<Shot> {
  label: string
  input: Input
  caller?: Caller
  headers?: Record<string, string>
}

/** One request to a public action, signed out and refused by default. */
export function publicShot(arena: Arena, row: NamedRow, { headers, ...shot }: PublicShot): Shot {
  const caller = shot.caller ?? anonymous
  const request = callsTo(arena, row, caller).likeTheApp(shot.input, { headers })
  return { caller, request, must: 'hold', refusal: { codes: row.refusals }, ...shot }
}
