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
import { acceptInvitation, declineInvitation, signUpInvited } from '@kit/auth/invitations/invitations'
import { sendInvitation } from '@kit/auth/library/mail'
import { mayGrantRole } from '@kit/auth/permissions/role-rules'
import {
  cancelInvitation,
  createInvitation,
  lockInvitations,
  renewInvitations,
  type SentInvitation,
} from '@kit/db/invitations/invitations'

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

/**
 * Only to a role below the caller's own that allows nothing they may not do; an owner may invite owners. Made and judged
 * in one; refused, nothing of it stays.
 */
const withMadeInvitation = withResource({
  ids: (input: { email: string; role: string }) => [input.role],
  load: (db, _roles, input) => createInvitation(db, input),
  allow: mayGrantRole,
  refusal:
    'You can invite to roles below your own that allow nothing you may not do. An owner can to every role.',
})

/** Once it is committed: the link in the mail of one that was rolled back would lead nowhere. */
const mailed = {
  onSuccess: async ({ ctx }: { ctx?: Sending }) => {
    if (!ctx) return
    const { resources, organization, user } = ctx
    for (const { mail } of resources)
      sendInvitation(mail, { organization: organization.name, inviter: user.name })
  },
}

interface Sending {
  resources: SentInvitation[]
  organization: { name: string }
  user: { name: string }
}

export const createInvitationAction = organizationActionClient
  .metadata({ name: 'invitations.create', echo: ['email', 'role'] })
  .use(withFeaturePermission({ invitation: ['create'] }))
  .use(withRateLimit('invitationMail.email'))
  .inputSchema(formData(createInvitationSchema), formErrors)
  .useValidated(withMadeInvitation)
  // The same answer whether the address has an account or not.
  .stateAction(async ({ parsedInput: { email } }) => ({ sentTo: email }), mailed)

export const resendInvitationAction = organizationActionClient
  .metadata({ name: 'invitations.resend' })
  .use(withFeaturePermission({ invitation: ['create'] }))
  .use(withRateLimit('invitation.resend', 'invitationId'))
  .inputSchema(formData(resendInvitationSchema), formErrors)
  .useValidated(withRenewedInvitation)
  .stateAction(async ({ ctx }) => ({ sent: ctx.resources.length }), mailed)

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

/** Public: who calls it has no account. The token proves the mailbox, and the address of the account is its. */
export const signUpInvitedAction = publicActionClient
  .metadata({ name: 'invitations.signUp', echo: ['name'] })
  .use(withoutSession())
  .use(withRateLimit('invitationLink.ip'))
  .inputSchema(formData(signUpInvitedSchema), formErrors)
  .stateAction(async ({ parsedInput, ctx: { requestId } }) => {
    const { slug } = await signUpInvited({ ...parsedInput, requestId })
    redirect(`/${slug}`)
  })
