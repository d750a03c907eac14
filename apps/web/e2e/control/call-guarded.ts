import { signedIn, anonymous, type Caller } from '@kit/attacks/engine/caller'
import { callsTo } from '@kit/attacks/engine/calls'
import { matrix } from '../attacks/matrix'
import { send, type RawResponse } from '@kit/attacks/http/raw-http'
import type { Arena } from '@kit/attacks/engine/arena'
import type { Input, NamedRow } from '@kit/attacks/engine/row'
import type { Person } from '@kit/attacks/app/people'

/** Runs the same attack against one of the app's own actions. */
export function callGuarded(
  arena: Arena,
  exportName: string,
  change: (input: Input) => Input,
  person?: Person,
  headers?: Record<string, string>,
): Promise<RawResponse> {
  const caller: Caller = person ? signedIn(arena, person) : anonymous
  const row = rowOf(exportName)
  return send(callsTo(arena, row, caller).likeTheApp(change(row.input(arena)), { headers }))
}

function rowOf(exportName: string): NamedRow {
  const row = matrix.find((candidate) => candidate.exportName === exportName)
  if (!row) throw new Error(`The matrix has no ${exportName}.`)
  return row
}
