import 'server-only'
import { forbidden } from 'next/navigation'

import { hasInstallationPermission } from '@kit/auth/permissions/installation'
import { adminsNeedTwoFactor } from '@kit/env/admins-need-two-factor'

import { ActionError } from '../errors/action-error'
import { authenticatedActionClient } from './authenticated-action-client'

/**
 * For super-admins and support, under the rules of `adminActionClient`. Support has few permissions, so use it only where the
 * installation's permission table says so.
 */
export const supportActionClient = authenticatedActionClient.use(async ({ next, ctx }) => {
  if (!hasInstallationPermission(ctx.user.role, 'person.impersonate')) forbidden()
  if (adminsNeedTwoFactor() && !ctx.user.twoFactor) throw new ActionError('TWO_FACTOR_REQUIRED')
  return next()
})
