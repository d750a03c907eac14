import { checkLimit } from '@kit/rate-limit/check-limit'
import { policies, type PolicyName, type Subject, type SubjectsOf } from '@kit/rate-limit/policies'
import type { LimitResult } from '@kit/rate-limit/stores/store'

import { ActionError } from '../errors/action-error'
import { describeError } from '@kit/log/describe-error'
import { textField } from '../input/input-field'
import { logger } from '@kit/log/logger'

type SubjectOf<Name extends PolicyName> = keyof SubjectsOf<Name>

/** What the chain has to have proved before this policy can count by it. */
export type LimitedContext<Name extends PolicyName> = {
  requestId: string
  ip: string
} & ('user' extends SubjectOf<Name> ? { user: { id: string } } : unknown) &
  ('organization' extends SubjectOf<Name> ? { organization: { id: string } } : unknown)

/** The field of the input that holds the id of the one thing that a call is about. */
export type ResourceField<Name extends PolicyName> =
  'resource' extends SubjectOf<Name> ? [resourceField: string] : []

/** Policies that count callers whom nobody has signed in. */
export type PublicPolicyName = {
  [Name in PolicyName]: SubjectOf<Name> extends 'ip' | 'email' ? Name : never
}[PolicyName]

interface CountedCall {
  /** Each policy names only what its own context has; the union of all contexts has each of them perhaps. */
  ctx: { requestId: string; ip: string; user?: { id: string }; organization?: { id: string } }
  clientInput: unknown
}

/**
 * Counts a call under a named policy. It reads the fields of an input that is not yet validated: the limit spares the
 * work that comes after it.
 * @returns `counted: false` when nobody could count, and the policy decided
 */
export async function countCall<Name extends PolicyName>(
  policy: Name,
  { ctx, clientInput }: CountedCall,
  ...[resourceField]: ResourceField<Name>
): Promise<LimitResult & { counted: boolean }> {
  const values: Record<Subject, () => string | undefined> = {
    ip: () => ctx.ip,
    user: () => ctx.user?.id,
    organization: () => ctx.organization?.id,
    email: () => textField(clientInput, 'email'),
    resource: () => textField(clientInput, resourceField ?? ''),
  }
  // What names nothing is counted together, so leaving a field out is no way around.
  const subjects = Object.fromEntries(
    policies[policy].by.map((subject) => [subject, values[subject]() ?? '']),
  )
  let counted = true
  const result = await checkLimit(policy, subjects as SubjectsOf<Name>, ({ error, refused }) => {
    counted = false
    const event = { requestId: ctx.requestId, policy, refused, error: describeError(error) }
    logger.error(event, 'limit could not be counted')
  })
  return { ...result, counted }
}

/**
 * Counts a call and refuses it when it is one too many.
 * @throws ActionError RATE_LIMITED with the wait; UNAVAILABLE when nobody can count and the policy is sensitive
 */
export async function enforceLimit<Name extends PolicyName>(
  policy: Name,
  call: CountedCall,
  ...resourceField: ResourceField<Name>
): Promise<void> {
  const { allowed, counted, retryAfterSeconds } = await countCall(policy, call, ...resourceField)
  if (!allowed) throw new ActionError(counted ? 'RATE_LIMITED' : 'UNAVAILABLE', { retryAfterSeconds })
}
