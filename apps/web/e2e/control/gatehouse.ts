import { signedIn, nobody, type Caller } from '../attacks/caller'
import { callsTo } from '../attacks/calls'
import { matrix } from '../attacks/matrix/all'
import { send, type RawResponse } from '../fixtures/raw-http'
import type { Arena } from '../attacks/arena'
import type { Input, NamedRow } from '../attacks/matrix/row'
import type { Person } from '../fixtures/people'

/** Calls one of the app's own actions, as the same attacker would. */
export function callGatehouse(
  arena: Arena,
  exportName: string,
  change: (input: Input) => Input,
  person?: Person,
): Promise<RawResponse> {
  const caller: Caller = person ? signedIn(arena, person) : nobody
  const row = rowOf(exportName)
  return send(callsTo(arena, row, caller).likeTheApp(change(row.input(arena))))
}

function rowOf(exportName: string): NamedRow {
  const row = matrix.find((candidate) => candidate.exportName === exportName)
  if (!row) throw new Error(`The matrix has no ${exportName}.`)
  return row
}
