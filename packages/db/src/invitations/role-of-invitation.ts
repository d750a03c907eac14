import { and, eq, sql } from 'drizzle-orm'
import { invitation } from './table'
import { organizationRole } from '../roles/table'

/** Joins an invitation to the role of the organization's own that it is to, if it is one; by both, as the foreign key does. */
export const roleOfInvitation = and(
  eq(organizationRole.organizationId, invitation.organizationId),
  eq(organizationRole.id, invitation.customRoleId),
)

/** The column knows null; nobody may give such a role, nor hold it. */
export const roleInvitedTo = sql<string>`coalesce(${invitation.role}, '')`
