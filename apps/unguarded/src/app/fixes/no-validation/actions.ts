'use server'

import { z } from 'zod'

import { userClient } from '@/chain/clients'
import { updateUser } from '@/chain/work'

export const chainA = userClient
  .inputSchema(z.strictObject({ image: z.string() }))
  .action(({ parsedInput, ctx }) => updateUser(ctx.user.id, parsedInput))

export const chainB = userClient
  .inputSchema(z.strictObject({ image: z.url({ protocol: /^https$/ }).max(500) }))
  .action(({ parsedInput, ctx }) => updateUser(ctx.user.id, parsedInput))

export const chainC = userClient
  .inputSchema(z.strictObject({ image: z.url().max(500) }))
  .action(({ parsedInput, ctx }) => updateUser(ctx.user.id, parsedInput))

export const chainD = userClient
  .inputSchema(z.strictObject({ image: z.url({ protocol: /^https$/ }) }))
  .action(({ parsedInput, ctx }) => updateUser(ctx.user.id, parsedInput))
