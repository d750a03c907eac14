import { and, eq, sql } from 'drizzle-orm'
import type { Transaction } from '../connection/client'
import { user, verification } from './table'

// Better Auth stores its reset links in this table, with the user's ID as value. Our own links append a colon and what they
// are about. To prevent deadlocks, every change of an account locks the user first, then links, password and sessions.

const userOfLink = sql`split_part(${verification.value}, ':', 1)`

export interface MailedLink {
  /** A hash of the link's purpose and token. */
  identifier: string
  userId: string
  about: string
  expiresAt: Date
}

/** Stores a link and replaces the user's earlier one of its kind. */
export async function keepLink(
  transaction: Transaction,
  { identifier, userId, about, expiresAt }: MailedLink,
): Promise<void> {
  await transaction.delete(verification).where(sql`starts_with(${verification.value}, ${`${userId}:`})`)
  await transaction.insert(verification).values({ identifier, value: `${userId}:${about}`, expiresAt })
}

/**
 * Spends a link, if it is this user's and has not expired, and revokes all their other links. Only one of two parallel calls
 * finds it.
 * @returns what the link is about, or undefined
 */
export async function takeLink(
  transaction: Transaction,
  { identifier, userId }: Pick<MailedLink, 'identifier' | 'userId'>,
): Promise<string | undefined> {
  const links = await transaction.delete(verification).where(eq(userOfLink, userId)).returning()
  const link = links.find((one) => one.identifier === identifier && one.expiresAt > new Date())
  return link?.value.startsWith(`${userId}:`) ? link.value.slice(userId.length + 1) : undefined
}

/**
 * Revokes every link mailed to this user, for password resets and email changes. A second link would otherwise still
 * work.
 */
export async function revokeLinks(transaction: Transaction, userId: string): Promise<void> {
  await transaction.delete(verification).where(eq(userOfLink, userId))
}

/**
 * Locks a user until the transaction ends. Call it before changing their links: a caller who has just stored a link then
 * calls `stillHasEmail`, so either this transaction sees the link, or that caller waits for the change.
 */
export async function lockUser(transaction: Transaction, userId: string): Promise<void> {
  await transaction.select({ id: user.id }).from(user).where(eq(user.id, userId)).for('no key update')
}

/**
 * Whether the user still has the email they had when a link was stored. Waits for a change in progress. If false, that
 * change may have missed the link: revoke the user's links and don't mail one.
 */
export async function stillHasEmail(
  transaction: Transaction,
  { id, email }: { id: string; email: string },
): Promise<boolean> {
  const [same] = await transaction
    .select({ id: user.id })
    .from(user)
    .where(and(eq(user.id, id), eq(user.email, email)))
    .for('share')
  return same !== undefined
}
