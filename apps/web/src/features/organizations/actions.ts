'use server'

import { redirect } from 'next/navigation'

import { authenticatedActionClient, formData, formErrors, withRateLimit } from '@kit/action-middleware'
import { createOrganization } from '@kit/db/organizations'

import { createOrganizationSchema } from './schema'

export const createOrganizationAction = authenticatedActionClient
  .metadata({ name: 'organizations.create', echo: ['name', 'slug'] })
  .use(withRateLimit('organization.create'))
  .inputSchema(formData(createOrganizationSchema), formErrors)
  .stateAction(async ({ parsedInput: { name, slug }, ctx }) => {
    await createOrganization({ name, slug, ownerId: ctx.user.id, requestId: ctx.requestId })
    redirect(`/${slug}/tasks`)
  })
