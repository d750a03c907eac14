import 'server-only'
import { forbidden, redirect } from 'next/navigation'

import { hasInstallationPermission, type InstallationPermission } from '@kit/auth/permissions/installation'
import { adminsNeedTwoFactor } from '@kit/env/admins-need-two-factor'

import { twoFactorPath } from '../url/two-factor-path'
import { requireSession } from './require-session'

/**
 * Guards a page of the administration: 401 without a session, 403 without the permission. People with the permission who lack
 * required two-factor authentication are sent to set it up.
 */
export async function requireAdmin(needs: InstallationPermission) {
  const { user } = await requireSession()
  if (!hasInstallationPermission(user.role, needs)) forbidden()
  if (adminsNeedTwoFactor() && !user.twoFactor) redirect(twoFactorPath('admin'))
  return user
}
