'use server'

import { z } from 'zod'

import { withPermission } from '@/chain/checks'
import { memberClient, userClient } from '@/chain/clients'
import { addTask } from '@/chain/work'

const ids = z.strictObject({
  organization: z.string().max(48),
  title: z.string().min(1).max(200),
  organizationId: z.uuid(),
  createdBy: z.uuid(),
})

export const chainA = memberClient // Members of the organization in the input
  .use(withPermission({ task: ['create'] }))
  .inputSchema(ids) // An organization, a title and both IDs
  .action(({ parsedInput: { title, organizationId, createdBy } }) =>
    addTask({ title, organizationId, createdBy }),
  )

export const chainB = memberClient // Members of the organization in the input
  .use(withPermission({ task: ['create'] }))
  .inputSchema(ids) // An organization, a title and both IDs
  .action(({ parsedInput: { title, createdBy }, ctx }) =>
    addTask({ title, organizationId: ctx.membership.organizationId, createdBy }),
  )

export const chainC = memberClient // Members of the organization in the input
  .use(withPermission({ task: ['create'] }))
  .inputSchema(ids) // An organization, a title and both IDs
  .action(({ parsedInput: { title }, ctx: { membership } }) =>
    addTask({ title, organizationId: membership.organizationId, createdBy: membership.userId }),
  )

export const chainD = userClient // Signed-in users
  .inputSchema(ids) // An organization, a title and both IDs
  .action(({ parsedInput: { title, organizationId }, ctx }) =>
    addTask({ title, organizationId, createdBy: ctx.user.id }),
  )
