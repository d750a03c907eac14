import 'server-only'
import { randomUUID } from 'node:crypto'
import { ConflictError } from '@kit/db/connection/conflict-error'
import {
  type LockedInvitation,
  LinkNotOpenError,
  withInvitation,
} from '@kit/db/invitations/locked-invitation'
import { acceptLocked, createInvitedUser, declineLocked } from '@kit/db/invitations/acceptance'
import { hashPassword } from '@kit/db/sign-in/password-hash'
import { assertPasswordAllowed } from '../passwords/assert-password-allowed'
import { signIn } from '../session/credentials'
import { CredentialsError } from '../session/credentials-error'
import { hasPermission } from '../permissions/permissions'
import { mayGrantRole } from '../permissions/role-rules'
import type { SessionUser } from '../session/session'

interface LinkUse {
  token: string
  requestId?: string
}

/**
 * Makes the signed-in user a member of the organization that invited their email.
 * @throws CredentialsError INVALID_TOKEN; ConflictError INVITATION_FOR_OTHER_EMAIL, ORGANIZATION_CLOSED, INVITER_LOST_RIGHT
 */
export async function acceptInvitation(use: LinkUse & { user: SessionUser }): Promise<{ slug: string }> {
  const { user } = use
  return opened(use, { action: 'invitations.accept', userId: user.id }, async (locked) => {
    assertInvited(locked, user)
    assertOpen(locked)
    assertInviterStillMay(locked)
    await acceptLocked(locked, user.id)
    return { slug: locked.invitation.slug }
  })
}

/** @throws CredentialsError INVALID_TOKEN; ConflictError INVITATION_FOR_OTHER_EMAIL */
export async function declineInvitation(use: LinkUse & { user: SessionUser }): Promise<void> {
  const { user } = use
  await opened(use, { action: 'invitations.decline', userId: user.id }, async (locked) => {
    assertInvited(locked, user)
    await declineLocked(locked)
  })
}

/**
 * Creates an account for the invited email, accepts and signs in. The mailed link verifies the email, and the password
 * chosen here replaces that of any unverified sign-up with it.
 * @throws CredentialsError INVALID_TOKEN, PASSWORD_NOT_ALLOWED, PASSWORD_GUESSABLE, PASSWORD_LEAKED; ConflictError
 * ORGANIZATION_CLOSED, INVITER_LOST_RIGHT, EMAIL_HAS_ACCOUNT
 */
export async function signUpInvited(
  use: LinkUse & { name: string; password: string },
): Promise<{ slug: string }> {
  const { name, password } = use
  await assertPasswordAllowed(password, [name])
  const id = randomUUID()
  const { email, slug } = await opened(use, { action: 'invitations.signUp', userId: id }, async (locked) => {
    assertOpen(locked)
    assertInviterStillMay(locked)
    await createInvitedUser(locked, { id, name, passwordHash: await hashPassword(password) })
    await acceptLocked(locked, id)
    return locked.invitation
  })
  await signIn({ email, password }, { isFirst: true })
  return { slug }
}

async function opened<T>(
  { token, requestId }: LinkUse,
  act: { action: string; userId: string },
  work: (locked: LockedInvitation) => Promise<T>,
): Promise<T> {
  try {
    return await withInvitation({ token, requestId, ...act }, work)
  } catch (error) {
    throw error instanceof LinkNotOpenError ? new CredentialsError('INVALID_TOKEN') : error
  }
}

/** The link may have been forwarded, so it only works for the email it was sent to. */
function assertInvited({ invitation }: LockedInvitation, user: SessionUser): void {
  if (!user.emailVerified || user.email !== invitation.email)
    throw new ConflictError('INVITATION_FOR_OTHER_EMAIL')
}

function assertOpen({ invitation }: LockedInvitation): void {
  if (invitation.isClosed) throw new ConflictError('ORGANIZATION_CLOSED')
}

/** Checks the inviter's rights as of now: an invitation must not outlive the right to send it. */
function assertInviterStillMay({ inviter, invitation }: LockedInvitation): void {
  const may =
    inviter && hasPermission(inviter, { invitation: ['create'] }) && mayGrantRole(inviter, invitation)
  if (!may) throw new ConflictError('INVITER_LOST_RIGHT')
}
