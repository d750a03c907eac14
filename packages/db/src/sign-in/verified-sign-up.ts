import { and, eq, sql } from 'drizzle-orm'
import type { Transaction } from '../connection/client'
import { revokeLinks } from '../accounts/mailed-links'
import { user } from '../accounts/table'

export interface KnownUser {
  id: string
  email: string
  emailVerified: boolean
}

/** Returns the user with this email, locked. */
export async function lockUserOfEmail(
  transaction: Transaction,
  email: string,
): Promise<KnownUser | undefined> {
  const [found] = await transaction
    .select({ id: user.id, email: user.email, emailVerified: user.emailVerified })
    .from(user)
    .where(eq(user.email, email))
    .for('no key update')
  return found
}

/**
 * Deletes the account of someone who signed up with this email and never verified it. Nobody can have used that account,
 * because signing in needs the verification. The email's owner is signing up now, so nothing that a stranger typed may remain,
 * neither the password nor the name.
 */
export async function dropUnproved(transaction: Transaction, email: string): Promise<void> {
  const [unproved] = await transaction
    .select({ id: user.id })
    .from(user)
    .where(and(eq(user.email, email), eq(user.emailVerified, false), sql`${user.banned} IS NOT TRUE`))
    .for('update')
  if (!unproved) return
  await revokeLinks(transaction, unproved.id)
  await transaction.delete(user).where(eq(user.id, unproved.id))
}

/** Creates a user whose email a provider has verified. */
export async function addVerifiedUser(
  transaction: Transaction,
  { name, email }: { name: string; email: string },
): Promise<{ id: string; email: string }> {
  const [made] = await transaction
    .insert(user)
    .values({ name, email, emailVerified: true })
    .returning({ id: user.id, email: user.email })
  if (!made) throw new Error('The user was not created.')
  return made
}
