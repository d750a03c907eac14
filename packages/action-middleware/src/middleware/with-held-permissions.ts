import { createValidatedMiddleware } from 'next-safe-action'

import type { Permissions } from '@kit/auth/permissions/permissions'
import { grantRefusal } from '@kit/auth/permissions/refusal-messages'
import { holdsAll } from '@kit/auth/permissions/role-rules'

import { ActionError } from '../errors/action-error'
import type { MembershipContext } from '../chain/membership-context'

/** Requires that the caller has every permission they grant; they could otherwise create a role above their own. */
export function withHeldPermissions<Input>(given: (input: Input) => Permissions) {
  return createValidatedMiddleware<{ ctx: MembershipContext; parsedInput: Input }>().define(
    async ({ ctx, parsedInput, next }) => {
      const permissions = given(parsedInput)
      if (!holdsAll(ctx.membership, permissions))
        throw new ActionError('FORBIDDEN', { message: grantRefusal(ctx.membership, permissions) })
      return next()
    },
  )
}
