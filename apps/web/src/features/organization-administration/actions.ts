'use server'

import { redirect } from 'next/navigation'

import {
  ActionError,
  adminActionClient,
  formData,
  formErrors,
  withFreshSession,
  withRateLimit,
} from '@kit/action-middleware'
import {
  cancelDeletion,
  restoreOrganization,
  scheduleDeletion,
  suspendOrganization,
} from '@kit/auth/organization-administration/decisions'

import { decisionOf } from './decision-of'
import { organizationDecisionSchema, scheduleDeletionSchema } from './schema'

// The client decides who may call, and the database checks again, in the transaction, that the caller is still a super-admin.

export const suspendOrganizationAction = adminActionClient
  .metadata({ name: 'organization-administration.suspend', echo: ['reason'] })
  .use(withFreshSession())
  .use(withRateLimit('organizationAdministration.suspend'))
  .inputSchema(formData(organizationDecisionSchema), formErrors)
  .stateAction(async ({ parsedInput: input, ctx, metadata }) => {
    if (!(await suspendOrganization(decisionOf(input, ctx, metadata)))) throw new ActionError('NOT_FOUND')
    redirect(`/admin/organizations/${input.organizationId}`)
  })

export const restoreOrganizationAction = adminActionClient
  .metadata({ name: 'organization-administration.restore', echo: ['reason'] })
  .use(withFreshSession())
  .use(withRateLimit('organizationAdministration.suspend'))
  .inputSchema(formData(organizationDecisionSchema), formErrors)
  .stateAction(async ({ parsedInput: input, ctx, metadata }) => {
    if (!(await restoreOrganization(decisionOf(input, ctx, metadata)))) throw new ActionError('NOT_FOUND')
    redirect(`/admin/organizations/${input.organizationId}`)
  })

export const scheduleDeletionAction = adminActionClient
  .metadata({ name: 'organization-administration.delete', echo: ['reason', 'confirmation'] })
  .use(withFreshSession())
  .use(withRateLimit('organizationAdministration.delete'))
  .inputSchema(formData(scheduleDeletionSchema), formErrors)
  .stateAction(async ({ parsedInput: { confirmation, ...input }, ctx, metadata }) => {
    if (!(await scheduleDeletion(decisionOf(input, ctx, metadata), confirmation)))
      throw new ActionError('NOT_FOUND')
    redirect(`/admin/organizations/${input.organizationId}`)
  })

export const cancelDeletionAction = adminActionClient
  .metadata({ name: 'organization-administration.keep', echo: ['reason'] })
  .use(withFreshSession())
  .use(withRateLimit('organizationAdministration.delete'))
  .inputSchema(formData(organizationDecisionSchema), formErrors)
  .stateAction(async ({ parsedInput: input, ctx, metadata }) => {
    if (!(await cancelDeletion(decisionOf(input, ctx, metadata)))) throw new ActionError('NOT_FOUND')
    redirect(`/admin/organizations/${input.organizationId}`)
  })
