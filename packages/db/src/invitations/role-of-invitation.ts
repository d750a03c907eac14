import { and, eq, sql } from 'drizzle-orm'
import { invitation } from './table'
import { organizationRole } from '../roles/table'

/** Joins an invitation to its custom role, by organization and ID like the foreign key. */
export const roleOfInvitation = and(
  eq(organizationRole.organizationId, invitation.organizationId),
  eq(organizationRole.id, invitation.customRoleId),
)

/** The column is nullable; an empty role can't be granted. */
export const roleInvitedTo = sql<string>`coalesce(${invitation.role}, '')`
