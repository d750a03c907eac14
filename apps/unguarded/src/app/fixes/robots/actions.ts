'use server'

import { z } from 'zod'

import { withEmptyTrap, withSolution, withUnusedSolution } from '@/chain/bots'
import { openClient } from '@/chain/clients'
import { withLimitByHeader } from '@/chain/limits'
import { sendMail } from '@/chain/work'

const schema = z.strictObject({
  email: z.email().max(254),
  message: z.string().min(1).max(2000),
  website: z.string().max(100).optional(),
  captcha: z.string().max(2048).optional(),
})

export const chainA = openClient // Anyone
  .use(withEmptyTrap)
  .inputSchema(schema) // An email, a message and two optional texts
  .action(({ parsedInput: { email, message } }) => sendMail({ email, message }))

export const chainB = openClient // Anyone
  .use(withLimitByHeader(3))
  .inputSchema(schema) // An email, a message and two optional texts
  .action(({ parsedInput: { email, message } }) => sendMail({ email, message }))

export const chainC = openClient // Anyone
  .use(withSolution)
  .inputSchema(schema) // An email, a message and two optional texts
  .action(({ parsedInput: { email, message } }) => sendMail({ email, message }))

export const chainD = openClient // Anyone
  .use(withUnusedSolution)
  .inputSchema(schema) // An email, a message and two optional texts
  .action(({ parsedInput: { email, message } }) => sendMail({ email, message }))
