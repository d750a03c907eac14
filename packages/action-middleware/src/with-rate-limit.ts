import { createMiddleware } from 'next-safe-action'

import { checkLimit } from '@kit/rate-limit/check-limit'
import { policies, type PolicyName, type Subject, type SubjectsOf } from '@kit/rate-limit/policies'

import { ActionError } from './action-error'
import { describeError } from './describe-error'
import { inputField } from './input-field'
import { logger } from './logger'

type SubjectOf<Name extends PolicyName> = keyof SubjectsOf<Name>

/** What the chain has to have proved before this policy can count by it. */
type LimitedContext<Name extends PolicyName> = {
  requestId: string
  address: string
} & ('user' extends SubjectOf<Name> ? { user: { id: string } } : unknown) &
  ('organization' extends SubjectOf<Name> ? { organization: { id: string } } : unknown)

/** The field of the input that holds the id of the one thing that a call is about. */
type ResourceField<Name extends PolicyName> =
  'resource' extends SubjectOf<Name> ? [resourceField: string] : []

/**
 * Counts the call under a named policy and refuses it when it is one too many. The client's own limit stands all the
 * same. A policy by `email` counts the account that the `email` field names, whoever calls.
 *
 * It reads the fields of an input that is not yet validated: the limit spares the work, hashing a password among it,
 * that comes after it.
 * @throws ActionError RATE_LIMITED with the wait; UNAVAILABLE when nobody can count and the policy is sensitive
 */
export function withRateLimit<Name extends PolicyName>(
  policy: Name,
  ...[resourceField]: ResourceField<Name>
) {
  return createMiddleware<{ ctx: LimitedContext<Name> }>().define(async ({ ctx, clientInput, next }) => {
    // Each policy names only what its own context has; the union of all contexts has each of them perhaps.
    const known: { address: string; user?: { id: string }; organization?: { id: string } } = ctx
    const values: Record<Subject, () => string | undefined> = {
      address: () => known.address,
      user: () => known.user?.id,
      organization: () => known.organization?.id,
      email: () => textField(clientInput, 'email'),
      resource: () => textField(clientInput, resourceField ?? ''),
    }
    // What names nothing is counted together, so leaving a field out is no way around.
    const subjects = Object.fromEntries(
      policies[policy].by.map((subject) => [subject, values[subject]() ?? '']),
    )
    let counted = true
    const { allowed, retryAfterSeconds } = await checkLimit(
      policy,
      subjects as SubjectsOf<Name>,
      ({ error, refused }) => {
        counted = false
        const event = { requestId: ctx.requestId, policy, refused, error: describeError(error) }
        logger.error(event, 'limit could not be counted')
      },
    )
    if (!allowed) throw new ActionError(counted ? 'RATE_LIMITED' : 'UNAVAILABLE', { retryAfterSeconds })
    return next()
  })
}

function textField(clientInput: unknown, name: string): string | undefined {
  const value = inputField(clientInput, name)
  return typeof value === 'string' ? value : undefined
}
