'use server'

import { z } from 'zod'

import { openClient, userClient } from '@/chain/clients'
import { withReferer } from '@/chain/origins'
import { withSessionCookie } from '@/chain/checks'
import { removeTask, removeTaskOf } from '@/chain/work'

const schema = z.strictObject({ taskId: z.uuid() })

export const chainA = openClient
  .use(withReferer('/no-authentication'))
  .inputSchema(schema)
  .action(({ parsedInput }) => removeTask(parsedInput.taskId))

export const chainB = openClient
  .use(withSessionCookie)
  .inputSchema(schema)
  .action(({ parsedInput }) => removeTask(parsedInput.taskId))

export const chainC = userClient
  .inputSchema(schema)
  .action(({ parsedInput, ctx }) => removeTaskOf(ctx.user.id, parsedInput.taskId))

export const chainD = openClient
  .inputSchema(schema)
  .action(({ parsedInput }) => removeTask(parsedInput.taskId))
