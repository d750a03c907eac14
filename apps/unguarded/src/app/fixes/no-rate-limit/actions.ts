'use server'

import { z } from 'zod'

import { openClient } from '@/chain/clients'
import { withLimitByCookie, withLimitByEmail, withLimitByHeader } from '@/chain/limits'
import { signIn } from '@/chain/work'

const schema = z.strictObject({ email: z.email().max(254), password: z.string().max(128) })

export const chainA = openClient // Anyone
  // Five calls for each value of a cookie, which the first response sets
  .use(withLimitByCookie(5))
  .inputSchema(schema) // An email and a password
  .action(({ parsedInput }) => signIn(parsedInput))

export const chainB = openClient // Anyone
  // Five calls for each email in the input
  .use(withLimitByEmail(5))
  .inputSchema(schema) // An email and a password
  .action(({ parsedInput }) => signIn(parsedInput))

export const chainC = openClient // Anyone
  // Five calls for each IP in the header X-Forwarded-For
  .use(withLimitByHeader(5))
  .inputSchema(schema) // An email and a password
  .action(({ parsedInput }) => signIn(parsedInput))

export const chainD = openClient.inputSchema(schema).action(({ parsedInput }) => signIn(parsedInput))
