import 'server-only'
import { forbidden } from 'next/navigation'

import { adminsNeedTwoFactor } from '@kit/env/admins-need-two-factor'

import { ActionError } from '../errors/action-error'
import { authenticatedActionClient } from './authenticated-action-client'

/** For super-admins, with two-factor authentication where ADMIN_TWO_FACTOR requires it. Anyone else gets Next's 403 page. */
export const adminActionClient = authenticatedActionClient.use(async ({ next, ctx }) => {
  if (ctx.user.role !== 'super-admin') forbidden()
  if (adminsNeedTwoFactor() && !ctx.user.twoFactor) throw new ActionError('TWO_FACTOR_REQUIRED')
  return next()
})
