import 'server-only'
import { forbidden, redirect } from 'next/navigation'

import { adminsNeedTwoFactor } from '@kit/env/admins-need-two-factor'

import { twoFactorPath } from '../url/two-factor-path'
import { requireSession } from './require-session'

/**
 * Guards a page for super-admins: 401 without a session, 403 for everyone else. Super-admins without a required two-factor
 * authentication are sent to set it up.
 */
export async function requireAdmin() {
  const { user } = await requireSession()
  if (user.role !== 'super-admin') forbidden()
  if (adminsNeedTwoFactor() && !user.twoFactor) redirect(twoFactorPath('admin'))
  return user
}
