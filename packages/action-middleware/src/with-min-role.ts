import { createMiddleware } from 'next-safe-action'

import { hasMinRole, type Role } from '@kit/auth/permissions'

import { ActionError } from './action-error'
import type { MembershipContext } from './membership-context'

/** Demands this role or a higher one in the organization of the call. An unknown role is below all of them. */
export function withMinRole(role: Role) {
  return createMiddleware<{ ctx: MembershipContext }>().define(async ({ ctx, next }) => {
    if (!hasMinRole(ctx.membership, role)) throw new ActionError('FORBIDDEN')
    return next()
  })
}
