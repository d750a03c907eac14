'use server'

import { z } from 'zod'

import { withMemberBelow, withPermission, withRoleBelow } from '@/chain/checks'
import { memberClient } from '@/chain/clients'
import { setRole } from '@/chain/work'

const schema = z.strictObject({
  organization: z.string().max(48),
  memberId: z.uuid(),
  role: z.enum(['owner', 'admin', 'editor', 'viewer']),
})

export const chainA = memberClient
  .use(withPermission({ member: ['update'] }))
  .inputSchema(schema)
  .useValidated(withMemberBelow)
  .useValidated(withRoleBelow)
  .action(({ parsedInput }) => setRole(parsedInput))

export const chainB = memberClient
  .use(withPermission({ member: ['update'] }))
  .inputSchema(schema)
  .useValidated(withMemberBelow)
  .action(({ parsedInput }) => setRole(parsedInput))

export const chainC = memberClient
  .use(withPermission({ member: ['update'] }))
  .inputSchema(schema)
  .useValidated(withRoleBelow)
  .action(({ parsedInput }) => setRole(parsedInput))

export const chainD = memberClient
  .use(withPermission({ member: ['update'] }))
  .inputSchema(schema)
  .action(({ parsedInput }) => setRole(parsedInput))
