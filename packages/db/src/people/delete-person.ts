import { eq } from 'drizzle-orm'
import { revokeLinks } from '../accounts/mailed-links'
import { dropSignInLinks } from '../sign-in/sign-in-links'
import { user } from '../accounts/table'
import { ConflictError } from '../connection/conflict-error'
import { decide } from './decide'
import type { Decision } from './decide'
import { deleteLeft, handOver } from './handover'
import type { Handovers } from './handover'
import type { Notify } from './suspend'

/**
 * Deletes a person's account. What they created in organizations and their audit events stay.
 * @param confirmation their email, typed by the super-admin
 * @returns false when there is no such person
 * @throws ConflictError NOT_THEIR_EMAIL, NEEDS_OWNER, and those of `decide`
 */
export async function deletePerson(
  decision: Decision,
  { confirmation, newOwners, deletedOrganizations }: Handovers & { confirmation: string },
  notify: Notify,
): Promise<boolean> {
  return decide(decision, async (transaction, person) => {
    if (confirmation.trim().toLowerCase() !== person.email) throw new ConflictError('NOT_THEIR_EMAIL')
    await deleteLeft(transaction, await handOver(transaction, person.id, newOwners), deletedOrganizations)
    await revokeLinks(transaction, person.id)
    await dropSignInLinks(transaction, person.id)
    await transaction.delete(user).where(eq(user.id, person.id))
    await notify(transaction, person.email)
    return { deleted: { new: true } }
  })
}
