import { eq } from 'drizzle-orm'
import type { Transaction } from '../connection/client'
import { user } from '../accounts/table'
import { avatar } from './table'

/** Stores a user's avatar in place of their earlier one. Lock the user first. Returns false when it is the same. */
export async function keepAvatar(
  transaction: Transaction,
  userId: string,
  { image, version }: { image: Uint8Array; version: string },
): Promise<boolean> {
  const [current] = await transaction.select({ version: user.image }).from(user).where(eq(user.id, userId))
  if (current?.version === version) return false
  await transaction
    .insert(avatar)
    .values({ userId, image })
    .onConflictDoUpdate({ target: avatar.userId, set: { image } })
  await transaction.update(user).set({ image: version }).where(eq(user.id, userId))
  return true
}

/** Removes a user's avatar. Lock the user first. Returns false when there is none. */
export async function dropAvatar(transaction: Transaction, userId: string): Promise<boolean> {
  const dropped = await transaction
    .delete(avatar)
    .where(eq(avatar.userId, userId))
    .returning({ userId: avatar.userId })
  if (dropped.length === 0) return false
  await transaction.update(user).set({ image: null }).where(eq(user.id, userId))
  return true
}
