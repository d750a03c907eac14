'use server'

import { z } from 'zod'

import { withPermission } from '@/chain/checks'
import { memberClient } from '@/chain/clients'
import { withReferer } from '@/chain/origins'
import { addTaskAs } from '@/chain/work'

const schema = z.strictObject({ organization: z.string().max(48), title: z.string().min(1).max(200) })

export const chainA = memberClient // Members of the organization in the input
  .use(withReferer('/acme/tasks/new'))
  .inputSchema(schema) // An organization and a title
  .action(({ parsedInput, ctx }) => addTaskAs(ctx.membership, parsedInput))

export const chainB = memberClient // Members of the organization in the input
  .use(withPermission({ task: ['read'] }))
  .inputSchema(schema) // An organization and a title
  .action(({ parsedInput, ctx }) => addTaskAs(ctx.membership, parsedInput))

export const chainC = memberClient // Members of the organization in the input
  .inputSchema(schema) // An organization and a title
  .action(({ parsedInput, ctx }) => addTaskAs(ctx.membership, parsedInput))

export const chainD = memberClient // Members of the organization in the input
  .use(withPermission({ task: ['create'] }))
  .inputSchema(schema) // An organization and a title
  .action(({ parsedInput, ctx }) => addTaskAs(ctx.membership, parsedInput))
