'use server'

import { z } from 'zod'

import { withPermission } from '@/chain/checks'
import { memberClient, userClient } from '@/chain/clients'
import { withReferer } from '@/chain/origins'
import { rename } from '@/chain/work'

const schema = z.strictObject({ organization: z.string().max(48), name: z.string().min(1).max(100) })

export const chainA = memberClient
  .use(withPermission({ organization: ['update'] }))
  .inputSchema(schema)
  .action(({ parsedInput: { organization, name } }) => rename(organization, name))

export const chainB = memberClient
  .inputSchema(schema)
  .action(({ parsedInput: { organization, name } }) => rename(organization, name))

export const chainC = userClient
  .use(withReferer('/page-only'))
  .inputSchema(schema)
  .action(({ parsedInput: { organization, name } }) => rename(organization, name))

export const chainD = userClient
  .inputSchema(schema)
  .action(({ parsedInput: { organization, name } }) => rename(organization, name))
