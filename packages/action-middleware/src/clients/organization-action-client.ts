import 'server-only'
import { withTenant } from '@kit/db/tenancy/tenant'

import { asMember } from '../chain/as-member'
import { authenticatedActionClient } from './authenticated-action-client'

/**
 * For members of the organization that the call names. The rest of the chain runs inside one tenant transaction
 * (`ctx.db`), which commits only if the action succeeds; `ctx.membership` is the row that proved it, and stays as it is
 * until the call is done.
 */
export const organizationActionClient = authenticatedActionClient.use(({ next, ...call }) =>
  asMember(withTenant, call, (context) => next({ ctx: context })),
)
