'use server'

import { z } from 'zod'

import { memberClient, userClient } from '@/chain/clients'
import { completeTask, exists } from '@/chain/work'

const schema = z.strictObject({ organization: z.string().max(48), taskId: z.uuid() })

export const chainA = userClient // Signed-in users
  .inputSchema(schema) // An organization and the ID of a task
  .action(async ({ parsedInput: { organization, taskId } }) => {
    if (await exists(organization)) await completeTask(taskId)
  })

export const chainB = memberClient // Members of the organization in the input
  .inputSchema(schema) // An organization and the ID of a task
  .action(({ parsedInput }) => completeTask(parsedInput.taskId))

export const chainC = memberClient // Members of the organization in the input
  .inputSchema(schema) // An organization and the ID of a task
  .action(({ parsedInput, ctx }) => completeTask(parsedInput.taskId, ctx.membership.organizationId))

export const chainD = userClient // Signed-in users
  .inputSchema(schema) // An organization and the ID of a task
  .action(({ parsedInput }) => completeTask(parsedInput.taskId))
