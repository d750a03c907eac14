import { and, desc, eq, notInArray } from 'drizzle-orm'
import type { Transaction } from '../connection/client'
import { knownBrowser } from '../accounts/table'

/** Browsers kept for one user. Clearing cookies adds another each time, so older ones are forgotten. */
const MOST_KEPT = 50

/**
 * Remembers that the user has signed in with this browser.
 * @returns whether it was unknown: true for only one of two parallel calls
 */
export async function rememberBrowser(
  transaction: Transaction,
  userId: string,
  hash: string,
): Promise<boolean> {
  const added = await transaction
    .insert(knownBrowser)
    .values({ userId, hash })
    .onConflictDoNothing()
    .returning({ id: knownBrowser.id })
  if (added.length === 0) return false
  const newest = transaction
    .select({ id: knownBrowser.id })
    .from(knownBrowser)
    .where(eq(knownBrowser.userId, userId))
    .orderBy(desc(knownBrowser.createdAt), desc(knownBrowser.id))
    .limit(MOST_KEPT)
  await transaction
    .delete(knownBrowser)
    .where(and(eq(knownBrowser.userId, userId), notInArray(knownBrowser.id, newest)))
  return true
}

/** Forgets all of a user's browsers, so the next sign-in with any of them is reported again. */
export async function forgetBrowsers(transaction: Transaction, userId: string): Promise<void> {
  await transaction.delete(knownBrowser).where(eq(knownBrowser.userId, userId))
}
