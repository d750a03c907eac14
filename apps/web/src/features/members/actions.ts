'use server'

import {
  exclusiveOrganizationActionClient,
  withFeaturePermission,
  withResource,
} from '@kit/action-middleware'
import { mayActOn, mayGrantRole } from '@kit/auth/role-rules'
import { changeRole, lockMembers, lockRolesToGive, removeMember } from '@kit/db/member-changes'

import { changeRoleSchema, removeMemberSchema } from './schema'

/** Only a member who ranks below the caller, as both are when the call gets its turn. */
const withMemberBelow = withResource({
  ids: (input: { memberId: string }) => [input.memberId],
  load: lockMembers,
  allow: mayActOn,
  refusal:
    'You can change and remove only members whose role is below yours. Nobody can do that to an owner.',
})

/** Only a role below the caller's own that allows nothing they may not do; an owner may make others owner. */
const withRoleToGive = withResource({
  ids: (input: { role: string }) => [input.role],
  load: lockRolesToGive,
  allow: mayGrantRole,
  refusal:
    'You can give only roles below your own that allow nothing you may not do. An owner of this organization can.',
})

export const changeRoleAction = exclusiveOrganizationActionClient
  .metadata({ name: 'members.changeRole' })
  .use(withFeaturePermission({ member: ['update'] }))
  .inputSchema(changeRoleSchema)
  .useValidated(withMemberBelow)
  .useValidated(withRoleToGive)
  .action(async ({ parsedInput: { memberId, role }, ctx }) => {
    await changeRole(ctx.db, memberId, role)
    return { done: true }
  })

/** Access ends at once: no session holds a membership. */
export const removeMemberAction = exclusiveOrganizationActionClient
  .metadata({ name: 'members.remove' })
  .use(withFeaturePermission({ member: ['delete'] }))
  .inputSchema(removeMemberSchema)
  .useValidated(withMemberBelow)
  .action(async ({ parsedInput: { memberId }, ctx }) => ({
    unassigned: await removeMember(ctx.db, memberId),
  }))
