import { eq } from 'drizzle-orm'
import { user } from '../accounts/table'
import { ConflictError } from '../connection/conflict-error'
import { withdrawResetsOf } from '../two-factor-reset/pending'
import { decide } from './decide'
import type { Decision } from './decide'
import type { Notify } from './suspend'
import type { PersonRole } from './values'

/**
 * Gives a person a role in the installation, or takes it away. The author of the decision keeps their own role, so there is
 * always a super-admin.
 * @throws ConflictError ALREADY_DONE; SUSPENDED, or UNVERIFIED when their email is not verified, unless the role is `user`
 */
export async function changeRoleOf(decision: Decision, role: PersonRole, notify: Notify): Promise<boolean> {
  return decide(decision, async (transaction, person) => {
    const before = person.role ?? 'user'
    if (before === role) throw new ConflictError('ALREADY_DONE')
    if (role !== 'user') {
      if (person.isBanned) throw new ConflictError('SUSPENDED')
      if (!person.emailVerified) throw new ConflictError('UNVERIFIED')
    }
    await transaction.update(user).set({ role }).where(eq(user.id, person.id))
    if (role !== 'super-admin') await withdrawResetsOf(transaction, person.id)
    await notify(transaction, person.email)
    return { role: { old: before, new: role } }
  })
}
