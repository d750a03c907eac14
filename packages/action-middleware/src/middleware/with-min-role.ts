import { createMiddleware } from 'next-safe-action'

import { hasMinRole, type Role } from '@kit/auth/permissions/permissions'
import { roleRefusal } from '@kit/auth/permissions/refusal-messages'

import { ActionError } from '../errors/action-error'
import type { MembershipContext } from '../chain/membership-context'

/**
 * Requires this role or a higher one in the organization. An unknown role ranks below all others; a custom role ranks
 * with the editor regardless of its permissions, so check permissions for what an editor may do.
 */
export function withMinRole(role: Role) {
  return createMiddleware<{ ctx: MembershipContext }>().define(async ({ ctx, next }) => {
    if (!hasMinRole(ctx.membership, role))
      throw new ActionError('FORBIDDEN', { message: roleRefusal(role), outOfReach: true })
    return next()
  })
}
