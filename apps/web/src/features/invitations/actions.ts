'use server'

import { redirect } from 'next/navigation'

import {
  ActionError,
  authenticatedActionClient,
  formData,
  formErrors,
  organizationActionClient,
  publicActionClient,
  withFeaturePermission,
  withNewAccountLimit,
  withoutSession,
  withRateLimit,
  withResource,
  withSubmission,
  withWriteRule,
} from '@kit/action-middleware'
import { acceptInvitation, declineInvitation, signUpInvited } from '@kit/auth/invitations/invitations'
import { queueInvitationMail } from '@kit/auth/library/mail'
import { mayGrantRole } from '@kit/auth/permissions/role-rules'
import {
  cancelInvitation,
  createInvitation,
  lockInvitations,
  renewInvitation,
} from '@kit/db/invitations/invitations'

import {
  acceptInvitationSchema,
  cancelInvitationSchema,
  createInvitationSchema,
  declineInvitationSchema,
  resendInvitationSchema,
  signUpInvitedSchema,
} from './schema'

/** Only an open invitation of this organization, to a role the caller could give. */
const withOpenInvitation = withResource({
  ids: (input: { invitationId: string }) => [input.invitationId],
  load: lockInvitations,
  allow: mayGrantRole,
})

/** Only a role below the caller's with permissions the caller has. Owners can invite owners. */
const withGrantableRole = withWriteRule({
  allow: mayGrantRole,
  refusal:
    'You can only invite to roles below yours, with permissions you have. Owners can invite to any role.',
})

export const createInvitationAction = organizationActionClient
  .metadata({ name: 'invitations.create', impersonation: 'write', echo: ['email', 'role'] })
  .use(withFeaturePermission({ invitation: ['create'] }))
  .use(withNewAccountLimit('invitationMail.newUser', { days: 3 }))
  .use(withRateLimit('invitationMail.user'))
  .use(withRateLimit('invitationMail.mailbox'))
  .use(withGrantableRole)
  .inputSchema(formData(createInvitationSchema), formErrors)
  .useValidated(withSubmission)
  .stateAction(async ({ parsedInput: { email, role }, ctx }) => {
    const mail = await createInvitation(ctx.db, { email, role, mailId: ctx.newId }, ctx.assertAllowed)
    if (!mail) throw new ActionError('NOT_FOUND')
    if (mail !== 'repeated') await queueInvitationMail(ctx.db, mail, ctx.user.name, ctx.newId)
    // The same answer whether or not the email has an account.
    return { sentTo: email }
  })

export const resendInvitationAction = organizationActionClient
  .metadata({ name: 'invitations.resend', impersonation: 'write' })
  .use(withFeaturePermission({ invitation: ['create'] }))
  .use(withNewAccountLimit('invitationMail.newUser', { days: 3 }))
  .use(withRateLimit('invitationMail.user'))
  .use(withRateLimit('invitation.resend', 'invitationId'))
  .use(withGrantableRole)
  .inputSchema(formData(resendInvitationSchema), formErrors)
  .stateAction(async ({ parsedInput: { invitationId }, ctx }) => {
    const mail = await renewInvitation(ctx.db, invitationId, ctx.assertAllowed)
    if (!mail) throw new ActionError('NOT_FOUND')
    await queueInvitationMail(ctx.db, mail, ctx.user.name)
    return { sent: 1 }
  })

export const cancelInvitationAction = organizationActionClient
  .metadata({ name: 'invitations.cancel', impersonation: 'write' })
  .use(withFeaturePermission({ invitation: ['cancel'] }))
  .inputSchema(formData(cancelInvitationSchema), formErrors)
  .useValidated(withOpenInvitation)
  .stateAction(async ({ parsedInput, ctx }) => ({
    cancelled: await cancelInvitation(ctx.db, parsedInput.invitationId),
  }))

// Invitees aren't members yet: the token in the mail proves the organization and the email.

export const acceptInvitationAction = authenticatedActionClient
  .metadata({ name: 'invitations.accept' })
  .use(withRateLimit('invitationLink.ip'))
  .inputSchema(formData(acceptInvitationSchema), formErrors)
  .stateAction(async ({ parsedInput: { token }, ctx: { user, requestId } }) => {
    const { slug } = await acceptInvitation({ token, user, requestId })
    redirect(`/${slug}`)
  })

export const declineInvitationAction = authenticatedActionClient
  .metadata({ name: 'invitations.decline' })
  .use(withRateLimit('invitationLink.ip'))
  .inputSchema(formData(declineInvitationSchema), formErrors)
  .stateAction(async ({ parsedInput: { token }, ctx: { user, requestId } }) => {
    await declineInvitation({ token, user, requestId })
    return { done: true }
  })

/** Public: the caller has no account yet. The token proves the mailbox, and the account gets its email. */
export const signUpInvitedAction = publicActionClient
  .metadata({ name: 'invitations.signUp', echo: ['name'] })
  .use(withoutSession())
  .use(withRateLimit('invitationLink.ip'))
  .inputSchema(formData(signUpInvitedSchema), formErrors)
  .stateAction(async ({ parsedInput, ctx: { requestId } }) => {
    const { slug } = await signUpInvited({ ...parsedInput, requestId })
    redirect(`/${slug}`)
  })
