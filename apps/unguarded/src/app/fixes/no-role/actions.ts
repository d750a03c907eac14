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

export const chainA = memberClient // Members of the organization in the input
  .use(withPermission({ member: ['update'] }))
  .inputSchema(schema) // An organization, the ID of a member and a role
  .useValidated(withMemberBelow)
  .useValidated(withRoleBelow)
  .action(({ parsedInput }) => setRole(parsedInput))

export const chainB = memberClient // Members of the organization in the input
  .use(withPermission({ member: ['update'] }))
  .inputSchema(schema) // An organization, the ID of a member and a role
  .useValidated(withMemberBelow)
  .action(({ parsedInput }) => setRole(parsedInput))

export const chainC = memberClient // Members of the organization in the input
  .use(withPermission({ member: ['update'] }))
  .inputSchema(schema) // An organization, the ID of a member and a role
  .useValidated(withRoleBelow)
  .action(({ parsedInput }) => setRole(parsedInput))

export const chainD = memberClient // Members of the organization in the input
  .use(withPermission({ member: ['update'] }))
  .inputSchema(schema) // An organization, the ID of a member and a role
  .action(({ parsedInput }) => setRole(parsedInput))
