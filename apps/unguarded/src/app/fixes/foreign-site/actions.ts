'use server'

import { z } from 'zod'

import { withOwnTask, withPermission } from '@/chain/checks'
import { memberClient } from '@/chain/clients'
import { withOriginOfHost, withOwnOrigin, withReferer } from '@/chain/origins'
import { removeTask } from '@/chain/work'

const schema = z.strictObject({ organization: z.string().max(48), taskId: z.uuid() })

export const chainA = memberClient // Members of the organization in the input
  .use(withOriginOfHost)
  .use(withPermission({ task: ['delete'] }))
  .inputSchema(schema) // An organization and the ID of a task
  .useValidated(withOwnTask) // A task of this organization that the member may change
  .action(({ parsedInput }) => removeTask(parsedInput.taskId))

export const chainB = memberClient // Members of the organization in the input
  .use(withOwnOrigin('null'))
  .use(withPermission({ task: ['delete'] }))
  .inputSchema(schema) // An organization and the ID of a task
  .useValidated(withOwnTask) // A task of this organization that the member may change
  .action(({ parsedInput }) => removeTask(parsedInput.taskId))

export const chainC = memberClient // Members of the organization in the input
  .use(withOwnOrigin())
  .use(withPermission({ task: ['delete'] }))
  .inputSchema(schema) // An organization and the ID of a task
  .useValidated(withOwnTask) // A task of this organization that the member may change
  .action(({ parsedInput }) => removeTask(parsedInput.taskId))

export const chainD = memberClient // Members of the organization in the input
  .use(withReferer('/fixes/foreign-site'))
  .use(withPermission({ task: ['delete'] }))
  .inputSchema(schema) // An organization and the ID of a task
  .useValidated(withOwnTask) // A task of this organization that the member may change
  .action(({ parsedInput }) => removeTask(parsedInput.taskId))
