import type { RawRequest } from '@kit/attacks/http/raw-http'
import type { Arena } from '@kit/attacks/engine/arena'
import type { Caller } from '@kit/attacks/engine/caller'
import { callsTo } from '@kit/attacks/engine/calls'
import { matrix } from './matrix'
import type { Input } from '@kit/attacks/engine/row'

interface Event {
  kind: string
  action: string
  actor_id: string | null
  network: string | null
  organization_id: string | null
  count: number
}

/** Recorded refusals, oldest first. */
export const recordedEvents = (arena: Arena) => arena.database.sql<Event[]>`
  SELECT kind, action, actor_id, network, organization_id, count FROM security_event ORDER BY last_seen`

/** An action's allowed call, with these changes. */
export function call(
  arena: Arena,
  exportName: string,
  caller: Caller,
  { input, headers }: { input?: Input; headers?: Record<string, string> } = {},
): RawRequest {
  const row = matrix.find((candidate) => candidate.exportName === exportName)
  if (!row) throw new Error(`The matrix has no row ${exportName}.`)
  return callsTo(arena, row, caller).likeTheApp({ ...row.input(arena), ...input }, { headers })
}
