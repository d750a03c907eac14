import 'server-only'
import { forbidden } from 'next/navigation'

import { authenticatedActionClient } from './authenticated-action-client'

/** For super-admins. Anyone else gets Next's 403 page. */
export const adminActionClient = authenticatedActionClient.use(async ({ next, ctx }) => {
  if (ctx.user.role !== 'super-admin') forbidden()
  return next()
})
