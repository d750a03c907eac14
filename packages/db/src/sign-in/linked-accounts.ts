import { and, asc, eq, inArray, isNotNull, ne, sql } from 'drizzle-orm'
import type { SQL, SQLWrapper } from 'drizzle-orm'
import { database, type Transaction } from '../connection/client'
import { account, user } from '../accounts/table'

/** Better Auth's name for a password, which is stored like an account at a provider. */
const PASSWORD = 'credential'

/** An account at a provider. Tokens of the provider are never stored. */
export interface ProviderAccount {
  provider: string
  /** The issuer and the subject: at another issuer, the same subject is a different person. */
  accountId: string
}

export interface LinkedAccount {
  provider: string
  since: Date
}

/** The condition that a user has a password. */
export const hasPasswordSet = (userId: SQLWrapper): SQL<boolean> =>
  sql<boolean>`EXISTS (SELECT FROM ${account} WHERE ${account.userId} = ${userId} AND ${account.providerId} = ${sql.raw(`'${PASSWORD}'`)} AND ${account.password} IS NOT NULL)`

/** Whether a user has a password. Lock the user first. */
export async function hasPassword(db: Pick<Transaction, 'select'>, userId: string): Promise<boolean> {
  const [found] = await db
    .select({ id: account.id })
    .from(account)
    .where(and(eq(account.userId, userId), eq(account.providerId, PASSWORD), isNotNull(account.password)))
  return found !== undefined
}

/** Returns whose account this is. Lock that user, then ask `isLinked`: the account may have been unlinked in the meantime. */
export async function findOwner(
  db: Pick<Transaction, 'select'>,
  { provider, accountId }: ProviderAccount,
): Promise<{ id: string; email: string } | undefined> {
  const [owner] = await db
    .select({ id: user.id, email: user.email })
    .from(account)
    .innerJoin(user, eq(user.id, account.userId))
    .where(and(eq(account.providerId, provider), eq(account.accountId, accountId)))
  return owner
}

/** Whether the user has this account. */
export async function isLinked(
  db: Pick<Transaction, 'select'>,
  userId: string,
  linked: ProviderAccount,
): Promise<boolean> {
  return (await findOwner(db, linked))?.id === userId
}

/** Returns a user's accounts at providers, oldest first. */
export async function listLinkedAccounts(userId: string): Promise<LinkedAccount[]> {
  return database()
    .select({ provider: account.providerId, since: account.createdAt })
    .from(account)
    .where(and(eq(account.userId, userId), ne(account.providerId, PASSWORD)))
    .orderBy(asc(account.createdAt), asc(account.providerId))
    .limit(100)
}

/** Whether the user has an account at this provider. Lock the user first. */
export async function hasLinked(
  transaction: Transaction,
  userId: string,
  providers: readonly string[],
): Promise<boolean> {
  const [found] = await transaction
    .select({ id: account.id })
    .from(account)
    .where(and(eq(account.userId, userId), inArray(account.providerId, [...providers])))
    .limit(1)
  return found !== undefined
}

/** Links an account. The database refuses one that is linked to someone else. Lock the user first. */
export async function addLinkedAccount(
  transaction: Transaction,
  userId: string,
  { provider, accountId }: ProviderAccount,
): Promise<void> {
  await transaction.insert(account).values({ userId, providerId: provider, accountId })
}

/** Unlinks a user's account. Lock the user first. */
export async function removeLinkedAccount(
  transaction: Transaction,
  userId: string,
  provider: string,
): Promise<boolean> {
  const removed = await transaction
    .delete(account)
    .where(
      and(eq(account.userId, userId), eq(account.providerId, provider), ne(account.providerId, PASSWORD)),
    )
    .returning({ id: account.id })
  return removed.length > 0
}

/** Unlinks all of a user's accounts at providers. */
export async function removeLinkedAccounts(transaction: Transaction, userId: string): Promise<void> {
  await transaction.delete(account).where(and(eq(account.userId, userId), ne(account.providerId, PASSWORD)))
}

/**
 * Sets the password of a user who has none. Lock the user first.
 * @returns false, without changes, when they have one
 */
export async function addPassword(transaction: Transaction, userId: string, hash: string): Promise<boolean> {
  const set = await transaction
    .insert(account)
    .values({ userId, providerId: PASSWORD, accountId: userId, password: hash })
    .onConflictDoUpdate({
      target: [account.providerId, account.accountId],
      set: { password: hash, updatedAt: sql`now()` },
      setWhere: sql`${account.password} IS NULL`,
    })
    .returning({ id: account.id })
  return set.length > 0
}
