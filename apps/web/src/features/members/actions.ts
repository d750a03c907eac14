'use server'

import type { z } from 'zod'

import {
  exclusiveOrganizationActionClient,
  withEdit,
  withFeaturePermission,
  withResource,
} from '@kit/action-middleware'
import { mayActOn, mayChangeRoleOf } from '@kit/auth/permissions/role-rules'
import {
  changeRole,
  lockMembers,
  lockRoleChange,
  removeMember,
  type RoleChange,
} from '@kit/db/members/changes'
import type { ExclusiveTenantDb } from '@kit/db/tenancy/tenant'

import { changeRoleSchema, removeMemberSchema } from './schema'

/** Only a member whose role is below the caller's. */
const withMemberBelow = withResource({
  ids: (input: { memberId: string }) => [input.memberId],
  load: lockMembers,
  allow: mayActOn,
  refusal:
    'You can only act on members with a role below yours. Owners can act on everyone but other owners.',
})

/** Only a member below the caller, and only a role below the caller's with permissions the caller has. */
const withRoleChange = withResource({
  ids: (input: { memberId: string; role: string }) => [input.memberId],
  load: (db: ExclusiveTenantDb, _ids, { memberId, role }) => lockRoleChange(db, memberId, role),
  allow: mayChangeRoleOf,
  refusal:
    'You can only change members with a role below yours, to a role below yours with permissions you have. Owners can give any role.',
})

const withRoleEdit = withEdit({
  current: ({ resources: [change] }: { resources: RoleChange[] }) =>
    change ? { role: change.member.customRoleId ?? change.member.role } : {},
  wanted: ({ role }: z.infer<typeof changeRoleSchema>) => ({ role }),
})

export const changeRoleAction = exclusiveOrganizationActionClient
  .metadata({ name: 'members.changeRole' })
  .use(withFeaturePermission({ member: ['update'] }))
  .inputSchema(changeRoleSchema)
  .useValidated(withRoleChange)
  .useValidated(withRoleEdit)
  .action(async ({ parsedInput: { memberId, role }, ctx }) => {
    await changeRole(ctx.db, memberId, role)
    return { done: true }
  })

/** Access ends at once, because no session stores a membership. */
export const removeMemberAction = exclusiveOrganizationActionClient
  .metadata({ name: 'members.remove', impersonation: 'write' })
  .use(withFeaturePermission({ member: ['delete'] }))
  .inputSchema(removeMemberSchema)
  .useValidated(withMemberBelow)
  .action(async ({ parsedInput: { memberId }, ctx }) => ({
    unassigned: await removeMember(ctx.db, memberId),
  }))
