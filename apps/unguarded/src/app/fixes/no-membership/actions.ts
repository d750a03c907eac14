'use server'

import { z } from 'zod'

import { memberClient, userClient } from '@/chain/clients'
import { completeTask, exists } from '@/chain/work'

const schema = z.strictObject({ organization: z.string().max(48), taskId: z.uuid() })

export const chainA = userClient
  .inputSchema(schema)
  .action(async ({ parsedInput: { organization, taskId } }) => {
    if (await exists(organization)) await completeTask(taskId)
  })

export const chainB = memberClient
  .inputSchema(schema)
  .action(({ parsedInput }) => completeTask(parsedInput.taskId))

export const chainC = memberClient
  .inputSchema(schema)
  .action(({ parsedInput, ctx }) => completeTask(parsedInput.taskId, ctx.membership.organizationId))

export const chainD = userClient
  .inputSchema(schema)
  .action(({ parsedInput }) => completeTask(parsedInput.taskId))
