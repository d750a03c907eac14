'use server'

import { z } from 'zod'

import { openClient } from '@/chain/clients'
import { withLimitByCookie, withLimitByEmail, withLimitByHeader } from '@/chain/limits'
import { signIn } from '@/chain/work'

const schema = z.strictObject({ email: z.email().max(254), password: z.string().max(128) })

export const chainA = openClient
  .use(withLimitByCookie(5))
  .inputSchema(schema)
  .action(({ parsedInput }) => signIn(parsedInput))

export const chainB = openClient
  .use(withLimitByEmail(5))
  .inputSchema(schema)
  .action(({ parsedInput }) => signIn(parsedInput))

export const chainC = openClient
  .use(withLimitByHeader(5))
  .inputSchema(schema)
  .action(({ parsedInput }) => signIn(parsedInput))

export const chainD = openClient.inputSchema(schema).action(({ parsedInput }) => signIn(parsedInput))
