import { z } from 'zod'

import { organizationSlugSchema } from '@kit/action-middleware/input/organization-reference'
import { roles } from '@kit/auth/permissions/permissions'
import { newPasswordSchema, personNameSchema, tokenSchema } from '@/features/auth/schema'
import { emailSchema } from '@/lib/input/email-schema'

export const createInvitationSchema = z.strictObject({
  organization: organizationSlugSchema,
  email: emailSchema,
  /** The name of a built-in role or the ID of a custom one. */
  role: z.enum(roles).or(z.uuid()),
})

const invitationReference = { organization: organizationSlugSchema, invitationId: z.uuid() }

export const resendInvitationSchema = z.strictObject(invitationReference)

export const cancelInvitationSchema = z.strictObject(invitationReference)

export const acceptInvitationSchema = z.strictObject({ token: tokenSchema })

export const declineInvitationSchema = z.strictObject({ token: tokenSchema })

/** No email field: the link determines it. */
export const signUpInvitedSchema = z.strictObject({
  token: tokenSchema,
  name: personNameSchema,
  password: newPasswordSchema,
})
