'use server'

import { redirect } from 'next/navigation'
import type { z } from 'zod'

import {
  ActionError,
  authenticatedActionClient,
  exclusiveOrganizationActionClient,
  formData,
  formErrors,
  withEdit,
  withFeaturePermission,
  withFreshSession,
  withMinRole,
  withRateLimit,
  withSubmission,
  withTwoFactor,
} from '@kit/action-middleware'
import { removeMember, transferOwnership } from '@kit/db/members/changes'
import {
  changeSlug,
  deleteOrganization,
  renameOrganization,
  requireTwoFactor,
} from '@kit/db/organizations/changes'
import { createOrganization } from '@kit/db/organizations/organizations'
import { noteRemoval } from '@/lib/organization/removal-note'

import {
  changeSlugSchema,
  createOrganizationSchema,
  deleteOrganizationSchema,
  leaveOrganizationSchema,
  renameOrganizationSchema,
  requireTwoFactorSchema,
  transferOwnershipSchema,
} from './schema'

export const createOrganizationAction = authenticatedActionClient
  .metadata({ name: 'organizations.create', echo: ['name', 'slug'] })
  .use(withRateLimit('organization.create'))
  .inputSchema(formData(createOrganizationSchema), formErrors)
  .useValidated(withSubmission)
  .stateAction(async ({ parsedInput: { name, slug }, ctx }) => {
    await createOrganization({ id: ctx.newId, name, slug, ownerId: ctx.user.id, requestId: ctx.requestId })
    redirect(`/${slug}`)
  })

const withNameEdit = withEdit({
  current: ({ organization: { name } }: { organization: { name: string } }) => ({ name }),
  wanted: ({ name }: z.infer<typeof renameOrganizationSchema>) => ({ name }),
})

export const renameOrganizationAction = exclusiveOrganizationActionClient
  .metadata({ name: 'organizations.rename', impersonation: 'write', echo: ['name', 'version', 'decision'] })
  .use(withFeaturePermission({ organization: ['update'] }))
  .inputSchema(formData(renameOrganizationSchema), formErrors)
  .useValidated(withNameEdit)
  .stateAction(async ({ ctx }) => {
    await renameOrganization(ctx.db, ctx.edit.changes)
    return { version: ctx.edit.version }
  })

/**
 * The former slug redirects members and stays reserved. Actions don't accept it, so the slug in a call is also the version of
 * what it changes.
 */
export const changeSlugAction = exclusiveOrganizationActionClient
  .metadata({ name: 'organizations.changeSlug', impersonation: 'write', echo: ['slug'] })
  .use(withFeaturePermission({ organization: ['update'] }))
  .use(withRateLimit('organization.changeSlug'))
  .inputSchema(formData(changeSlugSchema), formErrors)
  .stateAction(async ({ parsedInput: { slug }, ctx }) => {
    await changeSlug(ctx.db, slug)
    redirect(`/${slug}/settings`)
  })

/** Anyone may leave except the last owner. The database enforces it, because two owners could leave at once. */
export const leaveOrganizationAction = exclusiveOrganizationActionClient
  .metadata({ name: 'organizations.leave' })
  .use(withMinRole('viewer'))
  .inputSchema(formData(leaveOrganizationSchema), formErrors)
  .stateAction(async ({ ctx }) => {
    await removeMember(ctx.db, ctx.membership.id)
    redirect('/organizations')
  })

/** Members without two-factor authentication lose access, so the caller needs it too. */
export const requireTwoFactorAction = exclusiveOrganizationActionClient
  .metadata({ name: 'organizations.requireTwoFactor' })
  .use(withFeaturePermission({ organization: ['requireTwoFactor'] }))
  .use(withTwoFactor())
  .use(withFreshSession())
  .use(withRateLimit('organization.requireTwoFactor'))
  .inputSchema(formData(requireTwoFactorSchema), formErrors)
  .stateAction(async ({ parsedInput: { organization, required }, ctx }) => {
    await requireTwoFactor(ctx.db, required === 'yes')
    redirect(`/${organization}/settings`)
  })

/** To a member, by email. The previous owner stays as an admin. */
export const transferOwnershipAction = exclusiveOrganizationActionClient
  .metadata({ name: 'organizations.transfer', echo: ['email'] })
  .use(withFeaturePermission({ organization: ['transfer'] }))
  .use(withFreshSession())
  .use(withRateLimit('organization.transfer'))
  .inputSchema(formData(transferOwnershipSchema), formErrors)
  .stateAction(async ({ parsedInput: { organization, email }, ctx }) => {
    if (!(await transferOwnership(ctx.db, email)))
      throw new ActionError('NOT_FOUND', {
        message: "No other member has this email. Enter the email of a member whose account isn't suspended.",
      })
    redirect(`/${organization}/members`)
  })

export const deleteOrganizationAction = exclusiveOrganizationActionClient
  .metadata({ name: 'organizations.delete', echo: ['confirmation'] })
  .use(withFeaturePermission({ organization: ['delete'] }))
  .use(withFreshSession())
  .use(withRateLimit('organization.delete'))
  .inputSchema(formData(deleteOrganizationSchema), formErrors)
  .stateAction(async ({ ctx }) => {
    await noteRemoval({ name: ctx.organization.name, counts: await deleteOrganization(ctx.db) })
    redirect('/organizations')
  })
