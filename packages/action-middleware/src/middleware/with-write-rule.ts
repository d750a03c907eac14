import { createMiddleware } from 'next-safe-action'

import type { Tenant } from '@kit/db/tenancy/tenant'

import { ActionError } from '../errors/action-error'
import type { MembershipContext } from '../chain/membership-context'

interface WriteRule<Facts> {
  allow: (membership: Tenant['membership'], facts: Facts) => boolean
  /** The error message: what the rule is, and who passes it. */
  refusal?: string
}

/**
 * Gives the handler `ctx.assertAllowed`, for a write that locks and reads what the rule needs in its own statement.
 * The query takes it as a required parameter and calls it with what it has read; when it throws, the transaction rolls back.
 * @throws ActionError FORBIDDEN; Error when the handler succeeds without having asked, which rolls back too
 */
export function withWriteRule<Facts>({ allow, refusal }: WriteRule<Facts>) {
  return createMiddleware<{ ctx: MembershipContext }>().define(async ({ ctx, next }) => {
    let asked = false
    const assertAllowed = (facts: Facts): void => {
      asked = true
      if (!allow(ctx.membership, facts)) throw new ActionError('FORBIDDEN', { message: refusal })
    }
    const result = await next({ ctx: { assertAllowed } })
    if (result.success && !asked) throw new Error('The handler did not check the write rule.')
    return result
  })
}
