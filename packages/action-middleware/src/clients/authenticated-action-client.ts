import 'server-only'
import { getSession } from '@kit/auth/session/session'

import { assertMayAct } from '../chain/assert-may-act'
import { assertSameUser } from '../chain/assert-same-user'
import { ActionError } from '../errors/action-error'
import { requestClient } from './request-client'
import { reauthenticate } from '../chain/reauthenticate'
import { withRateLimit } from '../middleware/with-rate-limit'

/**
 * For signed-in users. Reads the session from the database at every call, so a revoked one ends at once. An admin who
 * impersonates someone is refused here, unless the action's metadata allows it.
 */
export const authenticatedActionClient = requestClient
  .use(async ({ next, ...call }) => {
    const result = await getSession()
    if (!result) throw new ActionError('UNAUTHORIZED', { outOfReach: true })
    assertSameUser(call.clientInput, result.user.id)
    assertMayAct(result.impersonation, call)
    return next({ ctx: result })
  })
  .use(withRateLimit('default.user'))
  .use(reauthenticate)
