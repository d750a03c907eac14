import { createMiddleware } from 'next-safe-action'

import type { PolicyName } from '@kit/rate-limit/policies'

import { enforceLimit, type LimitedContext, type ResourceField } from '../chain/count-call'

/**
 * Refuses calls over a named limit, in addition to the client's own. A policy by `email` counts the `email` field of the
 * input.
 * @throws ActionError RATE_LIMITED with the wait; UNAVAILABLE when the store fails and the policy is sensitive
 */
export function withRateLimit<Name extends PolicyName>(policy: Name, ...resourceField: ResourceField<Name>) {
  return createMiddleware<{ ctx: LimitedContext<Name> }>().define(async ({ ctx, clientInput, next }) => {
    await enforceLimit(policy, { ctx, clientInput }, ...resourceField)
    return next()
  })
}
