'use server'

import { z } from 'zod'

import { openClient, userClient } from '@/chain/clients'
import { withReferer } from '@/chain/origins'
import { withSessionCookie } from '@/chain/checks'
import { removeTask, removeTaskOf } from '@/chain/work'

const schema = z.strictObject({ taskId: z.uuid() })

export const chainA = openClient // Anyone
  .use(withReferer('/no-authentication'))
  .inputSchema(schema) // The ID of a task
  .action(({ parsedInput }) => removeTask(parsedInput.taskId))

export const chainB = openClient // Anyone
  .use(withSessionCookie)
  .inputSchema(schema) // The ID of a task
  .action(({ parsedInput }) => removeTask(parsedInput.taskId))

export const chainC = userClient // Signed-in users
  .inputSchema(schema) // The ID of a task
  .action(({ parsedInput, ctx }) => removeTaskOf(ctx.user.id, parsedInput.taskId))

export const chainD = openClient // Anyone
  .inputSchema(schema) // The ID of a task
  .action(({ parsedInput }) => removeTask(parsedInput.taskId))
