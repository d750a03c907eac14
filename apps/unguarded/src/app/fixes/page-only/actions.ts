'use server'

import { z } from 'zod'

import { withPermission } from '@/chain/checks'
import { memberClient, userClient } from '@/chain/clients'
import { withReferer } from '@/chain/origins'
import { rename } from '@/chain/work'

const schema = z.strictObject({ organization: z.string().max(48), name: z.string().min(1).max(100) })

export const chainA = memberClient // Members of the organization in the input
  .use(withPermission({ organization: ['update'] }))
  .inputSchema(schema) // An organization and a name
  .action(({ parsedInput: { organization, name } }) => rename(organization, name))

export const chainB = memberClient // Members of the organization in the input
  .inputSchema(schema) // An organization and a name
  .action(({ parsedInput: { organization, name } }) => rename(organization, name))

export const chainC = userClient // Signed-in users
  .use(withReferer('/page-only'))
  .inputSchema(schema) // An organization and a name
  .action(({ parsedInput: { organization, name } }) => rename(organization, name))

export const chainD = userClient // Signed-in users
  .inputSchema(schema) // An organization and a name
  .action(({ parsedInput: { organization, name } }) => rename(organization, name))
