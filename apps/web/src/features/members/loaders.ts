import 'server-only'
import { z } from 'zod'

import { customRoleName, hasPermission, roles } from '@kit/auth/permissions/permissions'
import { mayActOn, mayGrantRole } from '@kit/auth/permissions/role-rules'
import { type CustomRole, listMembers, type MemberRow } from '@kit/db/members/members'
import type { Membership, Tenant, TenantDb } from '@kit/db/tenancy/tenant'
import { readOrganization } from '@/lib/organization/read-organization'
import { roleName } from '@/lib/organization/role-name'
import { searchSchema } from '@/lib/url/search-schema'

const PAGE_SIZE = 50

const memberQuerySchema = z.object({
  search: searchSchema,
  cursor: z.string().max(512).optional().catch(undefined),
})

/** A page of members with what the user can do to each, by the same rules as the actions. */
export function loadMembers(
  organization: string,
  searchParams: Record<string, string | string[] | undefined>,
) {
  const query = memberQuerySchema.parse(searchParams)
  const load = async (db: TenantDb, { membership }: Tenant) => {
    const page = await listMembers(db, { ...query, limit: PAGE_SIZE })
    const mayUpdate = hasPermission(membership, { member: ['update'] })
    return {
      query,
      members: page.members.map((member) => memberDto(member, membership)),
      /** Roles this user can give. */
      roles: mayUpdate ? rolesToGive(membership, page.customRoles) : [],
      range: page.range,
      nextCursor: page.nextCursor,
    }
  }
  return readOrganization(organization, 'members', load, { expensive: query.search !== undefined })
}

function memberDto(member: MemberRow, membership: Membership) {
  const within = mayActOn(membership, member)
  return {
    ...member,
    createdAt: member.createdAt.toISOString(),
    canUpdate: within && hasPermission(membership, { member: ['update'] }),
    canDelete: within && hasPermission(membership, { member: ['delete'] }),
  }
}

/** A role option: its value in a call and its label. */
export interface RoleOption {
  value: string
  label: string
}

/** The roles this member can give. */
export function rolesToGive(membership: Membership, customRoles: CustomRole[]): RoleOption[] {
  const named = roles.map((role) => ({ value: String(role), role, customRole: null }))
  const own = customRoles.map((customRole) => ({ value: customRole.id, role: customRoleName, customRole }))
  return [...named, ...own]
    .filter((granted) => mayGrantRole(membership, granted))
    .map((granted) => ({ value: granted.value, label: roleName(granted) }))
}

export type MemberDto = ReturnType<typeof memberDto>
