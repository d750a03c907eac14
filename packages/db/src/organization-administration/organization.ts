import { and, desc, eq, getTableName, sql } from 'drizzle-orm'
import { user } from '../accounts/table'
import { auditEvent } from '../activity/table'
import { database } from '../connection/client'
import { contentTables } from '../content'
import { organization } from '../organizations/table'
import { isUuid } from '../query/uuid'

const EVENTS_LISTED = 10

/**
 * Returns what super-admins and support see of an organization, or undefined. Its content is only counted. The caller must
 * have checked the reader's permission.
 */
export async function readOrganizationOf(id: string) {
  if (!isUuid(id)) return undefined
  const tables = contentTables().map((table) => sql`${getTableName(table)}`)
  const [found] = await database()
    .select({
      id: organization.id,
      name: organization.name,
      slug: organization.slug,
      twoFactorRequired: organization.twoFactorRequired,
      suspendedAt: organization.suspendedAt,
      suspendedBecause: organization.suspendedBecause,
      deletedFrom: organization.deletedFrom,
      createdAt: organization.createdAt,
      /** Rows by table name. */
      size: sql<
        Record<string, number>
      >`organization_size(${organization.id}, ARRAY[${sql.join(tables, sql`, `)}]::text[])`,
    })
    .from(organization)
    .where(eq(organization.id, id))
  return found
}

/** Returns the latest changes in an organization that super-admins may see, newest first. */
export async function readTrailOf(organizationId: string) {
  return database()
    .select({
      id: auditEvent.id,
      action: auditEvent.action,
      /** Set for a super-admin's decision. */
      reason: sql<string | null>`${auditEvent.changes} -> 'reason' ->> 'new'`,
      by: user.name,
      at: auditEvent.createdAt,
    })
    .from(auditEvent)
    .leftJoin(user, eq(user.id, auditEvent.actorId))
    .where(and(eq(auditEvent.organizationId, organizationId), eq(auditEvent.visibleToAdmins, true)))
    .orderBy(desc(auditEvent.createdAt), desc(auditEvent.id))
    .limit(EVENTS_LISTED)
}
