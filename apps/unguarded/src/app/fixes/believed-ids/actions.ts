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

export const chainA = memberClient
  .use(withPermission({ task: ['create'] }))
  .inputSchema(ids)
  .action(({ parsedInput: { title, organizationId, createdBy } }) =>
    addTask({ title, organizationId, createdBy }),
  )

export const chainB = memberClient
  .use(withPermission({ task: ['create'] }))
  .inputSchema(ids)
  .action(({ parsedInput: { title, createdBy }, ctx }) =>
    addTask({ title, organizationId: ctx.membership.organizationId, createdBy }),
  )

export const chainC = memberClient
  .use(withPermission({ task: ['create'] }))
  .inputSchema(ids)
  .action(({ parsedInput: { title }, ctx: { membership } }) =>
    addTask({ title, organizationId: membership.organizationId, createdBy: membership.userId }),
  )

export const chainD = userClient
  .inputSchema(ids)
  .action(({ parsedInput: { title, organizationId }, ctx }) =>
    addTask({ title, organizationId, createdBy: ctx.user.id }),
  )
