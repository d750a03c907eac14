import { createMiddleware } from 'next-safe-action'

import { hasMinRole, type Role } from '@kit/auth/permissions/permissions'
import { roleRefusal } from '@kit/auth/permissions/refusal-messages'

import { ActionError } from '../errors/action-error'
import type { MembershipContext } from '../chain/membership-context'

/**
 * Demands this role or a higher one in the organization of the call. An unknown role is below all of them. A custom role
 * ranks with the editor even if it allows nothing: what an editor may do is asked for by permission, not by rank.
 */
export function withMinRole(role: Role) {
  return createMiddleware<{ ctx: MembershipContext }>().define(async ({ ctx, next }) => {
    if (!hasMinRole(ctx.membership, role)) throw new ActionError('FORBIDDEN', { message: roleRefusal(role) })
    return next()
  })
}
