import 'server-only'
import { withExclusiveTenant } from '@kit/db/tenancy/tenant'

import { asMember } from '../chain/as-member'
import { authenticatedActionClient } from './authenticated-action-client'

/**
 * As `organizationActionClient`, for what changes the organization itself or its members: one such call at a time in an
 * organization, so that each is decided by what the one before has left. Only its `ctx.db` may write these rows.
 */
export const exclusiveOrganizationActionClient = authenticatedActionClient.use(({ next, ...call }) =>
  asMember(withExclusiveTenant, call, (context) => next({ ctx: context })),
)
