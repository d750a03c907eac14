'use server'

import { z } from 'zod'

import { memberClient, openClient, userClient } from '@/chain/clients'
import { withOwnTask, withPermission } from '@/chain/checks'
import { removeTask } from '@/chain/work'

const schema = z.strictObject({ organization: z.string().max(48), taskId: z.uuid() })

export const chainA = openClient
  .inputSchema(schema)
  .action(({ parsedInput }) => removeTask(parsedInput.taskId))

export const chainB = userClient
  .inputSchema(schema)
  .action(({ parsedInput }) => removeTask(parsedInput.taskId))

export const chainC = memberClient
  .use(withPermission({ task: ['delete'] }))
  .inputSchema(schema)
  .useValidated(withOwnTask)
  .action(({ parsedInput }) => removeTask(parsedInput.taskId))

export const chainD = memberClient
  .use(withPermission({ task: ['delete'] }))
  .inputSchema(schema)
  .action(({ parsedInput }) => removeTask(parsedInput.taskId))
