'use server'

import { z } from 'zod'

import { memberClient, userClient } from '@/chain/clients'
import { withOwnTask, withPermission } from '@/chain/checks'
import { removeTask } from '@/chain/work'

const schema = z.strictObject({ organization: z.string().max(48), taskId: z.uuid() })

export const chainA = memberClient // Members of the organization in the input
  .inputSchema(schema) // An organization and the ID of a task
  .action(({ parsedInput }) => removeTask(parsedInput.taskId))

export const chainB = memberClient // Members of the organization in the input
  .use(withPermission({ task: ['delete'] }))
  .inputSchema(schema) // An organization and the ID of a task
  .action(({ parsedInput }) => removeTask(parsedInput.taskId))

export const chainC = userClient // Signed-in users
  .inputSchema(schema) // An organization and the ID of a task
  .action(({ parsedInput }) => removeTask(parsedInput.taskId))

export const chainD = memberClient // Members of the organization in the input
  .use(withPermission({ task: ['delete'] }))
  .inputSchema(schema) // An organization and the ID of a task
  .useValidated(withOwnTask) // A task of this organization that the member may change
  .action(({ parsedInput }) => removeTask(parsedInput.taskId))
