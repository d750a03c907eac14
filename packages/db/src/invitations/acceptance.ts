import { and, eq, sql } from 'drizzle-orm'
import { ConflictError } from '../connection/conflict-error'
import { violatedConstraint } from '../connection/database-error'
import type { LockedInvitation } from './locked-invitation'
import { account, user } from '../accounts/table'
import { invitation } from './table'

/**
 * Makes the user a member with the invitation's role and marks the invitation as accepted, in one transaction. An existing
 * member keeps their role.
 */
export async function acceptLocked(
  { db, invitation: { id } }: LockedInvitation,
  userId: string,
): Promise<void> {
  await db.execute(sql`
    WITH settled AS (
      UPDATE invitation SET status = 'accepted', accepted_by = ${userId}::uuid WHERE id = ${id}
      RETURNING organization_id, role, custom_role_id
    )
    INSERT INTO member (organization_id, user_id, role, custom_role_id)
    SELECT organization_id, ${userId}::uuid, role, custom_role_id FROM settled
    ON CONFLICT (organization_id, user_id) DO NOTHING`)
}

export async function declineLocked({ db, invitation: { id } }: LockedInvitation): Promise<void> {
  await db.update(invitation).set({ status: 'rejected' }).where(eq(invitation.id, id))
}

/**
 * Creates an account for the invited email, which the link has verified. Deletes an unverified account with that email
 * first, because a stranger may have created it and would know its password.
 * @throws ConflictError EMAIL_HAS_ACCOUNT when the existing account is verified or suspended; SIGN_UP_CLOSED when the
 * installation doesn't accept the email's domain
 */
export async function createInvitedUser(
  { db, invitation: { email } }: LockedInvitation,
  { id, name, passwordHash }: { id: string; name: string; passwordHash: string },
): Promise<void> {
  await db
    .delete(user)
    .where(and(eq(user.email, email), eq(user.emailVerified, false), sql`${user.banned} IS NOT TRUE`))
  try {
    await db.insert(user).values({ id, name, email, emailVerified: true })
  } catch (error) {
    if (violatedConstraint(error) === 'user_email_unique') throw new ConflictError('EMAIL_HAS_ACCOUNT')
    if (violatedConstraint(error) === 'sign_up_is_open') throw new ConflictError('SIGN_UP_CLOSED')
    throw error
  }
  await db
    .insert(account)
    .values({ userId: id, accountId: id, providerId: 'credential', password: passwordHash })
}
