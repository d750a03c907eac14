import { and, eq } from 'drizzle-orm'
import { database } from '../connection/client'
import { recordAccountChange } from './account-changes'
import { user } from './table'

/**
 * Renames a user. Writes nothing without a name.
 * @returns false, without changes, when the stored name no longer matches `current`
 */
export async function updateName(
  current: { id: string; name: string },
  { name }: { name?: string },
  requestId: string,
): Promise<boolean> {
  if (name === undefined) return true
  return database().transaction(async (transaction) => {
    const { count } = await transaction
      .update(user)
      .set({ name })
      .where(and(eq(user.id, current.id), eq(user.name, current.name)))
    if (count === 0) return false
    const change = { userId: current.id, action: 'account.updateName', requestId }
    await recordAccountChange(transaction, change, { name: { old: current.name, new: name } })
    return true
  })
}
