import { z } from 'zod'

import { tokenSchema } from '@/features/auth/schema'

export const endSessionSchema = z.strictObject({ sessionId: z.uuid() })

export const endOtherSessionsSchema = z.strictObject({})

export const reportSignInSchema = z.strictObject({ token: tokenSchema })
