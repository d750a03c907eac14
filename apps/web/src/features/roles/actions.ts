'use server'

import { redirect } from 'next/navigation'

import {
  exclusiveOrganizationActionClient,
  formData,
  formErrors,
  organizationActionClient,
  withFeaturePermission,
  withHeldPermissions,
  withRateLimit,
  withResource,
} from '@kit/action-middleware'
import type { Permissions } from '@kit/auth/permissions/permissions'
import { mayChangeRole } from '@kit/auth/permissions/role-rules'
import { createRole, deleteRole, lockRoles, updateRole } from '@kit/db/roles/roles'

import { createRoleSchema, deleteRoleSchema, updateRoleSchema } from './schema'

/** Nothing goes into a role that its maker may not do. */
const withinOwnRights = withHeldPermissions((input: { permissions: Permissions }) => input.permissions)

/** Only a role that allows nothing beyond what this member may do, and not the one they hold. */
const withRoleBelow = withResource({
  ids: (input: { roleId: string }) => [input.roleId],
  load: lockRoles,
  allow: mayChangeRole,
  refusal:
    'You cannot change the role that you hold, nor one that allows more than yours. An owner of this organization can.',
})

export const createRoleAction = organizationActionClient
  .metadata({ name: 'roles.create', echo: ['name', 'permissions[]'] })
  .use(withFeaturePermission({ role: ['create'] }))
  .use(withRateLimit('roles.create'))
  .inputSchema(formData(createRoleSchema), formErrors)
  .useValidated(withinOwnRights)
  .stateAction(async ({ parsedInput, ctx }) => {
    await createRole(ctx.db, parsedInput)
    redirect(`/${ctx.organization.slug}/roles`)
  })

export const updateRoleAction = exclusiveOrganizationActionClient
  .metadata({ name: 'roles.update', echo: ['name', 'permissions[]'] })
  .use(withFeaturePermission({ role: ['update'] }))
  .inputSchema(formData(updateRoleSchema), formErrors)
  .useValidated(withinOwnRights)
  .useValidated(withRoleBelow)
  .stateAction(async ({ parsedInput, ctx }) => {
    await updateRole(ctx.db, parsedInput.roleId, parsedInput)
    return { roleId: parsedInput.roleId }
  })

/** Deletes a role that nobody holds or is invited to. */
export const deleteRoleAction = exclusiveOrganizationActionClient
  .metadata({ name: 'roles.delete' })
  .use(withFeaturePermission({ role: ['delete'] }))
  .inputSchema(formData(deleteRoleSchema), formErrors)
  .useValidated(withRoleBelow)
  .stateAction(async ({ parsedInput: { roleId }, ctx }) => {
    await deleteRole(ctx.db, roleId)
    redirect(`/${ctx.organization.slug}/roles`)
  })
