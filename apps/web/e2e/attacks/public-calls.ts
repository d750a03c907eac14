import { nobody, type Caller } from './caller'
import { callsTo } from './calls'
import { authRows } from './matrix/auth'
import type { Arena } from './arena'
import type { Shot } from './attack'
import type { Input, NamedRow } from './matrix/row'

/** A row of what needs no session. */
export function publicRow(exportName: string): NamedRow {
  const row = authRows.find((candidate) => candidate.exportName === exportName)
  if (!row) throw new Error(`The matrix has no row ${exportName}.`)
  return row
}

interface PublicShot extends Partial<Shot> {
  label: string
  input: Input
  caller?: Caller
  headers?: Record<string, string>
}

/** A shot at what needs no session, as nobody and refused unless it says otherwise. */
export function publicShot(arena: Arena, row: NamedRow, { headers, ...shot }: PublicShot): Shot {
  const caller = shot.caller ?? nobody
  const request = callsTo(arena, row, caller).likeTheApp(shot.input, { headers })
  return { caller, request, must: 'hold', refusal: { codes: row.refusals }, ...shot }
}
