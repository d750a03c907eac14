import { z } from 'zod'

import { tokenSchema } from '@/features/auth/schema'

export const blockMailSchema = z.strictObject({ token: tokenSchema, scope: z.enum(['sender', 'all']) })

export const unblockMailSchema = z.strictObject({ token: tokenSchema })

export const reportMailSchema = z.strictObject({ token: tokenSchema })
