import { z } from 'zod'

import { organizationSlugSchema } from '@kit/action-middleware/input/organization-reference'
import { roles } from '@kit/auth/permissions/permissions'
import { newPasswordSchema, personNameSchema, tokenSchema } from '@/features/auth/schema'
import { emailSchema } from '@/lib/input/email-schema'

export const createInvitationSchema = z.strictObject({
  organization: organizationSlugSchema,
  email: emailSchema,
  /** The name of one that every organization has, or the id of one of its own. */
  role: z.enum(roles).or(z.uuid()),
})

const invitationReference = { organization: organizationSlugSchema, invitationId: z.uuid() }

export const resendInvitationSchema = z.strictObject(invitationReference)

export const cancelInvitationSchema = z.strictObject(invitationReference)

export const acceptInvitationSchema = z.strictObject({ token: tokenSchema })

export const declineInvitationSchema = z.strictObject({ token: tokenSchema })

/** Without an address: it is the one that the link was mailed to. */
export const signUpInvitedSchema = z.strictObject({
  token: tokenSchema,
  name: personNameSchema,
  password: newPasswordSchema,
})
