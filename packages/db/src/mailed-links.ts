import { and, eq, gt, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { database } from './client'
import type { Database, Transaction } from './client'
import { verification } from './schema'

// Better Auth keeps its reset links in this table, with the user's id for a value. A link that is about something more
// holds that behind a colon.

const userOfLink = sql`split_part(${verification.value}, ':', 1)`
const isAboutMore = (userId: string): SQL => sql`starts_with(${verification.value}, ${`${userId}:`})`

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
    await transaction.delete(verification).where(isAboutMore(userId))
    await transaction.insert(verification).values({ identifier, value: `${userId}:${about}`, expiresAt })
  })
}

/**
 * Uses a link up, if it is this user's and its time is not over. Of two at once, one finds it.
 * @returns what it is about
 */
export async function takeLink(
  db: Database | Transaction,
  { identifier, userId }: Pick<MailedLink, 'identifier' | 'userId'>,
): Promise<string | undefined> {
  const [link] = await db
    .delete(verification)
    .where(
      and(
        eq(verification.identifier, identifier),
        isAboutMore(userId),
        gt(verification.expiresAt, new Date()),
      ),
    )
    .returning({ value: verification.value })
  return link?.value.slice(userId.length + 1)
}

/**
 * Makes every link worthless that was mailed for this user, to reset the password or to change the address: who asked
 * twice would otherwise leave one that still works.
 */
export async function revokeLinks(db: Database | Transaction, userId: string): Promise<void> {
  await db.delete(verification).where(eq(userOfLink, userId))
}
