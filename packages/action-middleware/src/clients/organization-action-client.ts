import 'server-only'
import { withTenant } from '@kit/db/tenancy/tenant'

import { asMember } from '../chain/as-member'
import { authenticatedActionClient } from './authenticated-action-client'

/**
 * For members of the organization in the input. The rest of the chain runs in one tenant transaction (`ctx.db`) that
 * commits only if the action succeeds. `ctx.membership` is locked until then.
 */
export const organizationActionClient = authenticatedActionClient.use(({ next, ...call }) =>
  asMember(withTenant, call, (context) => next({ ctx: context })),
)
