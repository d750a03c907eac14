'use server'

import { redirect } from 'next/navigation'

import {
  authenticatedActionClient,
  formData,
  formErrors,
  organizationActionClient,
  publicActionClient,
  withFeaturePermission,
  withoutSession,
  withRateLimit,
  withResource,
} from '@kit/action-middleware'
import { acceptInvitation, declineInvitation, signUpInvited } from '@kit/auth/invitations'
import { sendInvitation } from '@kit/auth/mail'
import { mayGrantRole } from '@kit/auth/role-rules'
import { cancelInvitation, createInvitation, lockInvitations, renewInvitations } from '@kit/db/invitations'
import { lockRolesToGive } from '@kit/db/member-changes'

import {
  acceptInvitationSchema,
  cancelInvitationSchema,
  createInvitationSchema,
  declineInvitationSchema,
  resendInvitationSchema,
  signUpInvitedSchema,
} from './schema'

/** Only an open invitation of this organization, and to a role that this member could give. */
const withOpenInvitation = withResource({
  ids: (input: { invitationId: string }) => [input.invitationId],
  load: lockInvitations,
  allow: mayGrantRole,
})

/** The same, sent again in the caller's name: locked, changed and judged in one; refused, nothing of it stays. */
const withRenewedInvitation = withResource({
  ids: (input: { invitationId: string }) => [input.invitationId],
  load: renewInvitations,
  allow: mayGrantRole,
})

/** Only a role below the caller's own that allows nothing they may not do; an owner may invite owners. */
const withRoleToGive = withResource({
  ids: (input: { role: string }) => [input.role],
  load: lockRolesToGive,
  allow: mayGrantRole,
})

export const createInvitationAction = organizationActionClient
  .metadata({ name: 'invitations.create', echo: ['email', 'role'] })
  .use(withFeaturePermission({ invitation: ['create'] }))
  .use(withRateLimit('invitationMail.email'))
  .inputSchema(formData(createInvitationSchema), formErrors)
  .useValidated(withRoleToGive)
  .stateAction(async ({ parsedInput, ctx }) => {
    const invitation = await createInvitation(ctx.db, parsedInput)
    sendInvitation(invitation, { organization: ctx.organization.name, inviter: ctx.user.name })
    // The same answer whether the address has an account or not.
    return { sentTo: invitation.email }
  })

export const resendInvitationAction = organizationActionClient
  .metadata({ name: 'invitations.resend' })
  .use(withFeaturePermission({ invitation: ['create'] }))
  .use(withRateLimit('invitation.resend', 'invitationId'))
  .inputSchema(formData(resendInvitationSchema), formErrors)
  .useValidated(withRenewedInvitation)
  .stateAction(async ({ ctx: { resources, organization, user } }) => {
    for (const { mail } of resources)
      sendInvitation(mail, { organization: organization.name, inviter: user.name })
    return { sent: resources.length }
  })

export const cancelInvitationAction = organizationActionClient
  .metadata({ name: 'invitations.cancel' })
  .use(withFeaturePermission({ invitation: ['cancel'] }))
  .inputSchema(formData(cancelInvitationSchema), formErrors)
  .useValidated(withOpenInvitation)
  .stateAction(async ({ parsedInput, ctx }) => ({
    cancelled: await cancelInvitation(ctx.db, parsedInput.invitationId),
  }))

// Whoever is invited is no member yet: the token from the mail stands for the organization, and for the address.

export const acceptInvitationAction = authenticatedActionClient
  .metadata({ name: 'invitations.accept' })
  .use(withRateLimit('invitationLink.address'))
  .inputSchema(formData(acceptInvitationSchema), formErrors)
  .stateAction(async ({ parsedInput: { token }, ctx: { user, requestId } }) => {
    const { slug } = await acceptInvitation({ token, user, requestId })
    redirect(`/${slug}/tasks`)
  })

export const declineInvitationAction = authenticatedActionClient
  .metadata({ name: 'invitations.decline' })
  .use(withRateLimit('invitationLink.address'))
  .inputSchema(formData(declineInvitationSchema), formErrors)
  .stateAction(async ({ parsedInput: { token }, ctx: { user, requestId } }) => {
    await declineInvitation({ token, user, requestId })
    return { done: true }
  })

/** Public: who calls it has no account. The token proves the mailbox, and the address of the account is its. */
export const signUpInvitedAction = publicActionClient
  .metadata({ name: 'invitations.signUp', echo: ['name'] })
  .use(withoutSession())
  .use(withRateLimit('invitationLink.address'))
  .inputSchema(formData(signUpInvitedSchema), formErrors)
  .stateAction(async ({ parsedInput, ctx: { requestId } }) => {
    const { slug } = await signUpInvited({ ...parsedInput, requestId })
    redirect(`/${slug}/tasks`)
  })
