import 'server-only'
import { getSession } from '@kit/auth/session'

import { ActionError } from './action-error'
import { publicActionClient } from './public-action-client'

/** For people who are signed in: the session is read from the database at every call, so a revoked one ends at once. */
export const authenticatedActionClient = publicActionClient.use(async ({ next }) => {
  const result = await getSession()
  if (!result) throw new ActionError('UNAUTHORIZED')
  return next({ ctx: { user: result.user, session: result.session } })
})
