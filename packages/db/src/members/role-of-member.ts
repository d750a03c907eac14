import { and, eq } from 'drizzle-orm'
import { member } from './table'
import { organizationRole } from '../roles/table'

/** Joins a member to their custom role, by organization and ID like the foreign key. */
export const roleOfMember = and(
  eq(organizationRole.organizationId, member.organizationId),
  eq(organizationRole.id, member.customRoleId),
)
