import { and, eq, sql } from 'drizzle-orm'
import { ConflictError } from '../connection/conflict-error'
import { violatedConstraint } from '../connection/database-error'
import type { HeldInvitation } from './held-invitation'
import { account, user } from '../accounts/table'
import { invitation } from './table'

/**
 * Makes this user a member, with the role that the invitation holds, and settles it; both or neither. Who is a member
 * already keeps the role they have: an invitation raises nobody.
 */
export async function acceptHeld({ db, invitation: { id } }: HeldInvitation, userId: string): Promise<void> {
  await db.execute(sql`
    WITH settled AS (
      UPDATE invitation SET status = 'accepted', accepted_by = ${userId}::uuid WHERE id = ${id}
      RETURNING organization_id, role, custom_role_id
    )
    INSERT INTO member (organization_id, user_id, role, custom_role_id)
    SELECT organization_id, ${userId}::uuid, role, custom_role_id FROM settled
    ON CONFLICT (organization_id, user_id) DO NOTHING`)
}

export async function declineHeld({ db, invitation: { id } }: HeldInvitation): Promise<void> {
  await db.update(invitation).set({ status: 'rejected' }).where(eq(invitation.id, id))
}

/**
 * Makes an account for the invited address, which the link has proved. One that was never confirmed is removed first,
 * with its password and all that hangs on it: anybody can have made it, and whoever did would be let in with it.
 * @throws ConflictError EMAIL_HAS_ACCOUNT when the address is confirmed, or the account suspended
 */
export async function createInvitedUser(
  { db, invitation: { email } }: HeldInvitation,
  { id, name, passwordHash }: { id: string; name: string; passwordHash: string },
): Promise<void> {
  await db
    .delete(user)
    .where(and(eq(user.email, email), eq(user.emailVerified, false), sql`${user.banned} IS NOT TRUE`))
  try {
    await db.insert(user).values({ id, name, email, emailVerified: true })
  } catch (error) {
    if (violatedConstraint(error) === 'user_email_unique') throw new ConflictError('EMAIL_HAS_ACCOUNT')
    throw error
  }
  await db
    .insert(account)
    .values({ userId: id, accountId: id, providerId: 'credential', password: passwordHash })
}
