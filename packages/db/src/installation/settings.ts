import { and, eq, sql } from 'drizzle-orm'
import { assertSuperAdmin, holdSuperAdmins } from '../accounts/super-admins'
import { database } from '../connection/client'
import { installation } from './table'

const columns = {
  signUp: installation.signUp,
  signUpDomains: installation.signUpDomains,
  organizationCreators: installation.organizationCreators,
  banner: installation.banner,
}

export type InstallationSettings = Pick<typeof installation.$inferSelect, keyof typeof columns>

/** Who changes the settings, and why. */
export interface SettingsDecision {
  adminId: string
  /** The action's name. */
  action: string
  requestId: string
  reason: string
}

/** @throws when the row is missing, because no default would be safe */
export async function readInstallation(): Promise<InstallationSettings> {
  const [found] = await database().select(columns).from(installation)
  if (!found) throw new Error('The installation has no settings.')
  return found
}

/** Whether someone may sign up with this email on the sign-up page, which invited people don't need. */
export function maySignUp({ signUp, signUpDomains }: InstallationSettings, email: string): boolean {
  if (signUp === 'open') return true
  const domain = email.toLowerCase().split('@').at(-1) ?? ''
  return signUp === 'domains' && domain !== '' && signUpDomains.split(' ').includes(domain)
}

/**
 * Changes settings. The audit trigger records the change with its reason. Writes nothing if nothing changed.
 * @returns false, without changes, when the stored settings no longer match `seen`
 * @throws ConflictError NO_LONGER_ADMIN
 */
export async function changeInstallation(
  { adminId, action, requestId, reason }: SettingsDecision,
  seen: InstallationSettings,
  changes: Partial<InstallationSettings>,
): Promise<boolean> {
  return database().transaction(async (transaction) => {
    await transaction.execute(sql`
      SELECT set_config('app.user_id', ${adminId}, true), set_config('app.action', ${action}, true),
        set_config('app.request_id', ${requestId}, true), set_config('app.reason', ${reason}, true)`)
    await holdSuperAdmins(transaction)
    await assertSuperAdmin(transaction, adminId)
    if (Object.keys(changes).length === 0) return true
    const { count } = await transaction
      .update(installation)
      .set(changes)
      .where(
        and(
          eq(installation.signUp, seen.signUp),
          eq(installation.signUpDomains, seen.signUpDomains),
          eq(installation.organizationCreators, seen.organizationCreators),
          eq(installation.banner, seen.banner),
        ),
      )
    return count === 1
  })
}
