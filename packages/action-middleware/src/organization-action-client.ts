import 'server-only'
import { NotAMemberError, type Tenant, type TenantDb, withTenant } from '@kit/db/tenant'

import { ActionError } from './action-error'
import { authenticatedActionClient } from './authenticated-action-client'
import { committedOnSuccess } from './committed-on-success'
import { organizationNamedIn } from './organization-reference'

/**
 * For members of the organization that the call names. The rest of the chain runs inside one tenant transaction
 * (`ctx.db`), which commits only if the action succeeds; `ctx.membership` is the row that proved it.
 */
export const organizationActionClient = authenticatedActionClient.use(
  async ({ clientInput, ctx, metadata, next }) => {
    const slug = organizationNamedIn(clientInput)
    if (!slug) throw new ActionError('NOT_FOUND')
    const claim = { organization: slug, userId: ctx.user.id, requestId: ctx.requestId, action: metadata.name }
    try {
      return await committedOnSuccess(
        (work) => withTenant(claim, work),
        (db: TenantDb, { organization, membership }: Tenant) =>
          next({ ctx: { db, organization, membership } }),
      )
    } catch (error) {
      // The same answer as for an organization that does not exist: membership is not told to strangers.
      if (error instanceof NotAMemberError) throw new ActionError('NOT_FOUND')
      throw error
    }
  },
)
