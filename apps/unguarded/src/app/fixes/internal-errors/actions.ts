'use server'

import { z } from 'zod'

import { userClient } from '@/chain/clients'
import { updateUser } from '@/chain/work'

const schema = z.strictObject({ name: z.string().max(80) })

export const chainA = userClient.inputSchema(schema).action(async ({ parsedInput, ctx }) => {
  try {
    await updateUser(ctx.user.id, parsedInput)
    return { saved: true }
  } catch (error) {
    return { error: String(error) }
  }
})

export const chainB = userClient.inputSchema(schema).action(async ({ parsedInput, ctx }) => {
  try {
    await updateUser(ctx.user.id, parsedInput)
    return { saved: true }
  } catch {
    return { error: 'The name could not be saved.' }
  }
})

export const chainC = userClient.inputSchema(schema).action(async ({ parsedInput, ctx }) => {
  try {
    await updateUser(ctx.user.id, parsedInput)
    return { saved: true }
  } catch (error) {
    return { error: 'The name could not be saved.', details: JSON.stringify(error) }
  }
})

export const chainD = userClient.inputSchema(schema).action(async ({ parsedInput, ctx }) => {
  const saved = await updateUser(ctx.user.id, parsedInput).then(
    () => true,
    (error: Error) => error.stack,
  )
  return { saved }
})
