import type { SecurityEventKind } from '@kit/db/activity/security-event-values'

import type { Arena } from './arena'
import type { Shot } from './attack'

/** Makes a shot fail unless the refusal was recorded, once. */
export function recordedOnce(
  { database: { sql } }: Arena,
  kind: SecurityEventKind,
): Pick<Shot, 'arrange' | 'afterwards'> {
  return {
    arrange: () => sql`DELETE FROM security_event`,
    afterwards: async () => {
      const [recorded] = await sql`
        SELECT coalesce(sum(count), 0)::int AS n FROM security_event WHERE kind = ${kind}`
      if (recorded?.n !== 1) throw new Error(`The refusal was recorded ${recorded?.n} times.`)
    },
  }
}
