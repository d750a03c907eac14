'use server'

import { redirect } from 'next/navigation'
import type { z } from 'zod'

import {
  exclusiveOrganizationActionClient,
  formData,
  formErrors,
  organizationActionClient,
  withEdit,
  withFeaturePermission,
  withHeldPermissions,
  withRateLimit,
  withResource,
  withSubmission,
} from '@kit/action-middleware'
import type { Permissions } from '@kit/auth/permissions/permissions'
import { mayChangeRole } from '@kit/auth/permissions/role-rules'
import { createRole, deleteRole, lockRoles, updateRole } from '@kit/db/roles/roles'
import { mayOpen } from '@/lib/organization/organization-pages'
import { CREATED } from '@/lib/url/created-parameter'

import { roleContent } from './edits'
import { createRoleSchema, deleteRoleSchema, updateRoleSchema } from './schema'

/** A role can't allow anything its creator may not do. */
const withinOwnRights = withHeldPermissions((input: { permissions: Permissions }) => input.permissions)

/** Only a role with permissions the caller has, and not their own role. */
const withRoleBelow = withResource({
  ids: (input: { roleId: string }) => [input.roleId],
  load: lockRoles,
  allow: mayChangeRole,
  refusal:
    "You can't change your own role, or one with more permissions than yours. Ask an owner of this organization.",
})

const withRoleEdit = withEdit({
  current: ({ resources: [role] }: { resources: { name: string; permissions: unknown }[] }) =>
    role ? roleContent(role) : {},
  wanted: (input: z.infer<typeof updateRoleSchema>) => roleContent(input),
})

export const createRoleAction = organizationActionClient
  .metadata({ name: 'roles.create', impersonation: 'write', echo: ['name', 'permissions[]'] })
  .use(withFeaturePermission({ role: ['create'] }))
  .use(withRateLimit('roles.create'))
  .inputSchema(formData(createRoleSchema), formErrors)
  .useValidated(withinOwnRights)
  .useValidated(withSubmission)
  .stateAction(async ({ parsedInput, ctx }) => {
    const { id } = await createRole(ctx.db, parsedInput, ctx.newId)
    // Some members can create roles but not see them.
    const page = mayOpen(ctx.membership, 'roles') ? 'roles' : 'roles/new'
    redirect(`/${ctx.organization.slug}/${page}?${CREATED}=${id}`)
  })

export const updateRoleAction = exclusiveOrganizationActionClient
  .metadata({
    name: 'roles.update',
    impersonation: 'write',
    echo: ['name', 'permissions[]', 'version', 'decision'],
  })
  .use(withFeaturePermission({ role: ['update'] }))
  .inputSchema(formData(updateRoleSchema), formErrors)
  .useValidated(withinOwnRights)
  .useValidated(withRoleBelow)
  .useValidated(withRoleEdit)
  .stateAction(async ({ parsedInput: { roleId, permissions }, ctx }) => {
    await updateRole(ctx.db, roleId, {
      ...ctx.edit.changes,
      ...(ctx.edit.changes.permissions && { permissions }),
    })
    return { version: ctx.edit.version }
  })

/** Only a role without members and pending invitations. */
export const deleteRoleAction = exclusiveOrganizationActionClient
  .metadata({ name: 'roles.delete', impersonation: 'write' })
  .use(withFeaturePermission({ role: ['delete'] }))
  .inputSchema(formData(deleteRoleSchema), formErrors)
  .useValidated(withRoleBelow)
  .stateAction(async ({ parsedInput: { roleId }, ctx }) => {
    await deleteRole(ctx.db, roleId)
    redirect(`/${ctx.organization.slug}/roles`)
  })
