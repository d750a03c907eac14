'use server'

import { z } from 'zod'

import { withOwnTask, withPermission } from '@/chain/checks'
import { memberClient } from '@/chain/clients'
import { withOriginOfHost, withOwnOrigin, withReferer } from '@/chain/origins'
import { removeTask } from '@/chain/work'

const schema = z.strictObject({ organization: z.string().max(48), taskId: z.uuid() })

export const chainA = memberClient
  .use(withOriginOfHost)
  .use(withPermission({ task: ['delete'] }))
  .inputSchema(schema)
  .useValidated(withOwnTask)
  .action(({ parsedInput }) => removeTask(parsedInput.taskId))

export const chainB = memberClient
  .use(withOwnOrigin('null'))
  .use(withPermission({ task: ['delete'] }))
  .inputSchema(schema)
  .useValidated(withOwnTask)
  .action(({ parsedInput }) => removeTask(parsedInput.taskId))

export const chainC = memberClient
  .use(withOwnOrigin())
  .use(withPermission({ task: ['delete'] }))
  .inputSchema(schema)
  .useValidated(withOwnTask)
  .action(({ parsedInput }) => removeTask(parsedInput.taskId))

export const chainD = memberClient
  .use(withReferer('/fixes/foreign-site'))
  .use(withPermission({ task: ['delete'] }))
  .inputSchema(schema)
  .useValidated(withOwnTask)
  .action(({ parsedInput }) => removeTask(parsedInput.taskId))
