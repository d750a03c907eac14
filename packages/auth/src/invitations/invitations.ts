import 'server-only'
import { randomUUID } from 'node:crypto'
import { ConflictError } from '@kit/db/connection/conflict-error'
import { type HeldInvitation, LinkNotOpenError, withInvitation } from '@kit/db/invitations/held-invitation'
import { acceptHeld, createInvitedUser, declineHeld } from '@kit/db/invitations/acceptance'
import { hashPassword } from '@kit/db/accounts/password-hash'
import { signIn } from '../session/credentials'
import { CredentialsError } from '../session/credentials-error'
import { hasPermission } from '../permissions/permissions'
import { mayGrantRole } from '../permissions/role-rules'
import type { SessionUser } from '../session/session'

interface LinkUse {
  token: string
  requestId?: string
}

/** The link was mailed to another address than that of who is signed in. */
export class WrongEmailError extends ConflictError {
  override name = 'WrongEmailError'
  override message = 'This invitation is for another e-mail address.'
}

/** Who invited is no member any more, or could not give this role today. */
export class InviterLostRightError extends ConflictError {
  override name = 'InviterLostRightError'
  override message =
    'Whoever invited you may not do so any more. Ask the organization for another invitation.'
}

/**
 * Makes the signed-in person a member of the organization that invited their address.
 * @throws CredentialsError INVALID_TOKEN; WrongEmailError, InviterLostRightError
 */
export async function acceptInvitation(use: LinkUse & { user: SessionUser }): Promise<{ slug: string }> {
  const { user } = use
  return opened(use, { action: 'invitations.accept', userId: user.id }, async (held) => {
    assertInvited(held, user)
    assertInviterStillMay(held)
    await acceptHeld(held, user.id)
    return { slug: held.invitation.slug }
  })
}

/** @throws CredentialsError INVALID_TOKEN; WrongEmailError */
export async function declineInvitation(use: LinkUse & { user: SessionUser }): Promise<void> {
  const { user } = use
  await opened(use, { action: 'invitations.decline', userId: user.id }, async (held) => {
    assertInvited(held, user)
    await declineHeld(held)
  })
}

/**
 * Makes an account for the invited address, accepts with it and signs in. The link came by mail to that very address, so
 * the address counts as confirmed; the password is the one chosen here, whoever signed up with the address before.
 * @throws CredentialsError INVALID_TOKEN; InviterLostRightError, AddressHasAccountError
 */
export async function signUpInvited(
  use: LinkUse & { name: string; password: string },
): Promise<{ slug: string }> {
  const { name, password } = use
  const id = randomUUID()
  const { email, slug } = await opened(use, { action: 'invitations.signUp', userId: id }, async (held) => {
    assertInviterStillMay(held)
    await createInvitedUser(held, { id, name, passwordHash: await hashPassword(password) })
    await acceptHeld(held, id)
    return held.invitation
  })
  await signIn({ email, password })
  return { slug }
}

async function opened<T>(
  { token, requestId }: LinkUse,
  act: { action: string; userId: string },
  work: (held: HeldInvitation) => Promise<T>,
): Promise<T> {
  try {
    return await withInvitation({ token, requestId, ...act }, work)
  } catch (error) {
    throw error instanceof LinkNotOpenError ? new CredentialsError('INVALID_TOKEN') : error
  }
}

/** The link may have been passed on: it opens nothing but for the mailbox that it was sent to. */
function assertInvited({ invitation }: HeldInvitation, user: SessionUser): void {
  if (!user.emailVerified || user.email !== invitation.email) throw new WrongEmailError()
}

/** As if they invited now: an invitation that is kept for a week must not outlive the right to send it. */
function assertInviterStillMay({ inviter, invitation }: HeldInvitation): void {
  const may =
    inviter && hasPermission(inviter, { invitation: ['create'] }) && mayGrantRole(inviter, invitation)
  if (!may) throw new InviterLostRightError()
}
