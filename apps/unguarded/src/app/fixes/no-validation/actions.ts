'use server'

import { z } from 'zod'

import { userClient } from '@/chain/clients'
import { updateUser } from '@/chain/work'

export const chainA = userClient // Signed-in users
  .inputSchema(z.strictObject({ image: z.string() }))
  .action(({ parsedInput, ctx }) => updateUser(ctx.user.id, parsedInput))

export const chainB = userClient // Signed-in users
  .inputSchema(z.strictObject({ image: z.url({ protocol: /^https$/ }).max(500) }))
  .action(({ parsedInput, ctx }) => updateUser(ctx.user.id, parsedInput))

export const chainC = userClient // Signed-in users
  .inputSchema(z.strictObject({ image: z.url().max(500) }))
  .action(({ parsedInput, ctx }) => updateUser(ctx.user.id, parsedInput))

export const chainD = userClient // Signed-in users
  .inputSchema(z.strictObject({ image: z.url({ protocol: /^https$/ }) }))
  .action(({ parsedInput, ctx }) => updateUser(ctx.user.id, parsedInput))
