import { sql } from 'drizzle-orm'
import { database } from '../connection/client'
import { organization } from '../organizations/table'
import type { SecurityEventKind } from './security-event-values'

export interface Refusal {
  kind: SecurityEventKind
  /** The action's name. */
  action: string
  /** The signed-in user, or the network that the call came from. */
  actor: { userId: string } | { network: string }
  /** The slug in the call. An unknown slug is not stored. */
  organization: string | undefined
  requestId: string
}

/**
 * Counts one refusal in a separate statement, because a tenant transaction would roll it back. The same statement looks
 * up the organization, so the timing doesn't reveal whether it exists.
 */
export async function recordSecurityEvent({ kind, action, actor, ...call }: Refusal): Promise<void> {
  const [userId, network] = 'userId' in actor ? [actor.userId, null] : [null, actor.network]
  const organizationId = sql`(SELECT ${organization.id} FROM ${organization} WHERE ${organization.slug} = ${call.organization ?? null})`
  await database().execute(
    sql`SELECT record_security_event(${kind}, ${action}, ${userId}::uuid, ${network}, ${organizationId}, ${call.requestId})`,
  )
}
