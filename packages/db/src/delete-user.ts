import { and, asc, eq, inArray, or, sql } from 'drizzle-orm'
import { database } from './client'
import type { Transaction } from './client'
import { ConflictError } from './conflict-error'
import { revokeLinks } from './mailed-links'
import { member, organization, user } from './schema'

/** Without this person an organization would have no owner. */
export class LastOwnerError extends ConflictError {
  override name = 'LastOwnerError'
  constructor(names: string[]) {
    const [first = '', ...others] = names
    const rest =
      others.length === 1 ? ' and one more organization' : ` and ${others.length} more organizations`
    const them = others.length > 0 ? 'them' : 'it'
    super(
      `You are the last owner of “${first}”${others.length > 0 ? rest : ''}. Transfer or delete ${them} first.`,
    )
  }
}

/**
 * Deletes a user with their sessions, password and memberships. The tasks they created stay, and so does what is
 * recorded of them.
 * @throws LastOwnerError
 */
export async function deleteUser({
  userId,
  requestId,
}: {
  userId: string
  requestId: string
}): Promise<void> {
  await database().transaction(async (transaction) => {
    await transaction.execute(sql`
      SELECT set_config('app.user_id', ${userId}, true),
        set_config('app.action', 'account.delete', true),
        set_config('app.request_id', ${requestId}, true)`)
    // Nobody makes them a member of anything from here on: a membership needs this row.
    await transaction.select({ id: user.id }).from(user).where(eq(user.id, userId)).for('update')
    const names = await lockSoleOwnerships(transaction, userId)
    if (names.length > 0) throw new LastOwnerError(names)
    await revokeLinks(transaction, userId)
    await transaction.delete(user).where(eq(user.id, userId))
  })
}

/**
 * The names of the organizations that this person alone owns. Their membership and every other owner's are locked, in
 * one order for everybody: of two owners who go at once, the second sees that the first is gone.
 */
async function lockSoleOwnerships(transaction: Transaction, userId: string): Promise<string[]> {
  const theirs = transaction
    .select({ id: member.organizationId })
    .from(member)
    .where(eq(member.userId, userId))
  const rows = await transaction
    .select({ id: member.organizationId, name: organization.name, userId: member.userId, role: member.role })
    .from(member)
    .innerJoin(organization, eq(organization.id, member.organizationId))
    .where(
      and(inArray(member.organizationId, theirs), or(eq(member.role, 'owner'), eq(member.userId, userId))),
    )
    .orderBy(asc(member.organizationId), asc(member.id))
    .for('update', { of: member })
  const owners = rows.filter(({ role }) => role === 'owner')
  return owners
    .filter(({ id }) => owners.every((owner) => owner.id !== id || owner.userId === userId))
    .map(({ name }) => name)
}
