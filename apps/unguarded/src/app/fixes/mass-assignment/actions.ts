'use server'

import { z } from 'zod'

import { userClient } from '@/chain/clients'
import { updateUser } from '@/chain/work'

export const chainA = userClient // Signed-in users
  .inputSchema(z.looseObject({ name: z.string().max(80) }))
  .action(({ parsedInput, ctx }) => updateUser(ctx.user.id, parsedInput))

export const chainB = userClient // Signed-in users
  .inputSchema(z.custom<{ name: string }>())
  .action(({ parsedInput, ctx }) => updateUser(ctx.user.id, parsedInput))

export const chainC = userClient // Signed-in users
  .inputSchema(z.strictObject({ name: z.string().max(80), role: z.enum(['user', 'super-admin']).optional() }))
  .action(({ parsedInput, ctx }) => updateUser(ctx.user.id, parsedInput))

export const chainD = userClient // Signed-in users
  .inputSchema(z.strictObject({ name: z.string().max(80) }))
  .action(({ parsedInput, ctx }) => updateUser(ctx.user.id, parsedInput))
