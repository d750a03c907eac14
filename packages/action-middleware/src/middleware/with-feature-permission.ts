import { createMiddleware } from 'next-safe-action'

import { hasPermission, type Permissions } from '@kit/auth/permissions/permissions'
import { permissionRefusal } from '@kit/auth/permissions/refusal-messages'

import { ActionError } from '../errors/action-error'
import type { MembershipContext } from '../chain/membership-context'

/** Requires all of these permissions, `{ resource: [verbs] }`, in the organization. */
export function withFeaturePermission(permissions: Permissions) {
  return createMiddleware<{ ctx: MembershipContext }>().define(async ({ ctx, next }) => {
    if (!hasPermission(ctx.membership, permissions))
      throw new ActionError('FORBIDDEN', {
        message: permissionRefusal(ctx.membership, permissions),
        outOfReach: true,
      })
    return next()
  })
}
