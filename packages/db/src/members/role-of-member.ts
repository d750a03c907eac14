import { and, eq } from 'drizzle-orm'
import { member } from './table'
import { organizationRole } from '../roles/table'

/** Joins a member to the role of the organization's own that they hold, if it is one; by both, as the foreign key does. */
export const roleOfMember = and(
  eq(organizationRole.organizationId, member.organizationId),
  eq(organizationRole.id, member.customRoleId),
)
