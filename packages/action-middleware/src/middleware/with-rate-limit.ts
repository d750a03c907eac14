import { createMiddleware } from 'next-safe-action'

import type { PolicyName } from '@kit/rate-limit/policies'

import { enforceLimit, type LimitedContext, type ResourceField } from '../chain/count-call'

/**
 * Counts the call under a named policy and refuses it when it is one too many. The client's own limit stands all the
 * same. A policy by `email` counts the account that the `email` field names, whoever calls.
 * @throws ActionError RATE_LIMITED with the wait; UNAVAILABLE when nobody can count and the policy is sensitive
 */
export function withRateLimit<Name extends PolicyName>(policy: Name, ...resourceField: ResourceField<Name>) {
  return createMiddleware<{ ctx: LimitedContext<Name> }>().define(async ({ ctx, clientInput, next }) => {
    await enforceLimit(policy, { ctx, clientInput }, ...resourceField)
    return next()
  })
}
