import 'server-only'
import { withExclusiveTenant } from '@kit/db/tenancy/tenant'

import { asMember } from '../chain/as-member'
import { authenticatedActionClient } from './authenticated-action-client'

/**
 * An `organizationActionClient` for changes to the organization itself or its members. Runs one call at a time per
 * organization, so each check sees the previous change. Only its `ctx.db` may write these rows.
 */
export const exclusiveOrganizationActionClient = authenticatedActionClient.use(({ next, ...call }) =>
  asMember(withExclusiveTenant, call, (context) => next({ ctx: context })),
)
