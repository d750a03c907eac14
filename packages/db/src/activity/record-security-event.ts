import { sql } from 'drizzle-orm'
import { database } from '../connection/client'
import { organization } from '../organizations/table'
import type { SecurityEventKind } from './security-event-values'

export interface Refusal {
  kind: SecurityEventKind
  /** The action's name. */
  action: string
  /** The user of a live session; without one, the network that the call came from. */
  actor: { userId: string } | { network: string }
  /** The slug that the call named; of one that does not exist nothing is kept. */
  organization: string | undefined
  requestId: string
}

/**
 * Counts one refusal, in one statement that commits by itself: a tenant transaction would take it along when it rolls
 * back. Which organization is meant is looked up, or not found, within that same statement: the answer to the caller
 * takes as long either way.
 */
export async function recordSecurityEvent({ kind, action, actor, ...call }: Refusal): Promise<void> {
  const [userId, network] = 'userId' in actor ? [actor.userId, null] : [null, actor.network]
  const organizationId = sql`(SELECT ${organization.id} FROM ${organization} WHERE ${organization.slug} = ${call.organization ?? null})`
  await database().execute(
    sql`SELECT record_security_event(${kind}, ${action}, ${userId}::uuid, ${network}, ${organizationId}, ${call.requestId})`,
  )
}
