import { and, eq, sql } from 'drizzle-orm'
import { database } from '../connection/client'
import type { Transaction } from '../connection/client'
import { user, verification } from './table'

// Better Auth keeps its reset links in this table, with the user's id for a value. A link that is about something more
// holds that behind a colon. Whatever changes an account takes the user first, then its links, the password and the
// sessions: in one order nobody waits for who waits for them.

const userOfLink = sql`split_part(${verification.value}, ':', 1)`

export interface MailedLink {
  /** A hash that says what the link is for and holds its token. */
  identifier: string
  userId: string
  about: string
  expiresAt: Date
}

/** Keeps a link in place of the user's earlier one of its kind: each has one that works. */
export async function keepLink({ identifier, userId, about, expiresAt }: MailedLink): Promise<void> {
  await database().transaction(async (transaction) => {
    await transaction.delete(verification).where(sql`starts_with(${verification.value}, ${`${userId}:`})`)
    await transaction.insert(verification).values({ identifier, value: `${userId}:${about}`, expiresAt })
  })
}

/**
 * Uses a link up, if it is this user's and its time is not over, and every other of theirs with it. Of two at once, one
 * finds it.
 * @returns what it is about
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
 * Makes every link worthless that was mailed for this user, to reset the password or to change the address: who asked
 * twice would otherwise leave one that still works.
 */
export async function revokeLinks(transaction: Transaction, userId: string): Promise<void> {
  await transaction.delete(verification).where(eq(userOfLink, userId))
}

/**
 * Locks a user until the transaction ends. It comes before their links: a caller who has just kept one asks
 * `stillHasEmail` then, and either the link is there to be taken, or they wait for what becomes of the email.
 */
export async function lockUser(transaction: Transaction, userId: string): Promise<void> {
  await transaction.select({ id: user.id }).from(user).where(eq(user.id, userId)).for('no key update')
}

/**
 * Whether the user has the email that they had when a link was kept for them. Waits for a change that is under way. When
 * it is false, that change took only the links that it found: revoke the user's links and mail none.
 */
export async function stillHasEmail({ id, email }: { id: string; email: string }): Promise<boolean> {
  const [same] = await database()
    .select({ id: user.id })
    .from(user)
    .where(and(eq(user.id, id), eq(user.email, email)))
    .for('share')
  return same !== undefined
}
