'use server'

import {
  exclusiveOrganizationActionClient,
  withFeaturePermission,
  withResource,
} from '@kit/action-middleware'
import { mayActOn, mayGrantRole } from '@kit/auth/permissions/role-rules'
import { changeRole, lockMembers, removeMember } from '@kit/db/members/changes'
import type { ExclusiveTenantDb } from '@kit/db/tenancy/tenant'

import { changeRoleSchema, removeMemberSchema } from './schema'

/** Only a member who ranks below the caller, as both are when the call gets its turn. */
const withMemberBelow = withResource({
  ids: (input: { memberId: string }) => [input.memberId],
  load: lockMembers,
  allow: mayActOn,
  refusal: 'You can act on members whose role is below yours. An owner can act on everybody but the owners.',
})

/**
 * Only a role below the caller's own that allows nothing they may not do; an owner may make others owner. Given and
 * judged in one; refused, it is not given.
 */
const withRoleGiven = withResource({
  ids: (input: { memberId: string; role: string }) => [input.role],
  load: (db: ExclusiveTenantDb, _roles, { memberId, role }) => changeRole(db, memberId, role),
  allow: mayGrantRole,
  refusal:
    'You can give roles below your own that allow nothing you may not do. An owner can give every role.',
})

export const changeRoleAction = exclusiveOrganizationActionClient
  .metadata({ name: 'members.changeRole' })
  .use(withFeaturePermission({ member: ['update'] }))
  .inputSchema(changeRoleSchema)
  .useValidated(withMemberBelow)
  .useValidated(withRoleGiven)
  .action(async () => ({ done: true }))

/** Access ends at once: no session holds a membership. */
export const removeMemberAction = exclusiveOrganizationActionClient
  .metadata({ name: 'members.remove' })
  .use(withFeaturePermission({ member: ['delete'] }))
  .inputSchema(removeMemberSchema)
  .useValidated(withMemberBelow)
  .action(async ({ parsedInput: { memberId }, ctx }) => ({
    unassigned: await removeMember(ctx.db, memberId),
  }))
