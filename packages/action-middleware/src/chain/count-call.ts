import { checkLimit } from '@kit/rate-limit/check-limit'
import { policies, type PolicyName, type Subject, type SubjectsOf } from '@kit/rate-limit/policies'
import type { LimitResult } from '@kit/rate-limit/stores/store'

import { count } from '@kit/telemetry/count'
import { inSpan } from '@kit/telemetry/in-span'

import { ActionError } from '../errors/action-error'
import { describeError } from '@kit/log/describe-error'
import { textField } from '../input/input-field'
import { logger } from '@kit/log/logger'

type SubjectOf<Name extends PolicyName> = keyof SubjectsOf<Name>

/** What the chain must have proved before this policy can count. */
export type LimitedContext<Name extends PolicyName> = {
  requestId: string
  ip: string
} & ('user' extends SubjectOf<Name> ? { user: { id: string } } : unknown) &
  ('organization' extends SubjectOf<Name> ? { organization: { id: string } } : unknown) &
  ('account' extends SubjectOf<Name> ? { signIn: { account: string } } : unknown)

/** The input field with the ID that a policy by `resource` counts. */
export type ResourceField<Name extends PolicyName> =
  'resource' extends SubjectOf<Name> ? [resourceField: string] : []

/** Policies that work for signed-out callers. */
export type PublicPolicyName = {
  [Name in PolicyName]: SubjectOf<Name> extends 'ip' | 'email' | 'mailbox' ? Name : never
}[PolicyName]

/** Policies that count by the signed-in user alone. */
export type PolicyByUser = {
  [Name in PolicyName]: SubjectOf<Name> extends 'user'
    ? 'user' extends SubjectOf<Name>
      ? Name
      : never
    : never
}[PolicyName]

interface CountedCall {
  /** The union of what any policy may need. */
  ctx: {
    requestId: string
    ip: string
    user?: { id: string }
    impersonation?: { admin: { id: string } } | null
    organization?: { id: string }
    signIn?: { account: string }
  }
  clientInput: unknown
}

/**
 * Counts a call under a named policy. Reads the raw input, because limits come before validation.
 * @returns `counted: false` when the store failed and the policy decided
 */
export async function countCall<Name extends PolicyName>(
  policy: Name,
  { ctx, clientInput }: CountedCall,
  ...[resourceField]: ResourceField<Name>
): Promise<LimitResult & { counted: boolean }> {
  const values: Record<Subject, () => string | undefined> = {
    ip: () => ctx.ip,
    // An admin uses up their own limits, not the impersonated person's.
    user: () => ctx.impersonation?.admin.id ?? ctx.user?.id,
    organization: () => ctx.organization?.id,
    account: () => ctx.signIn?.account,
    email: () => textField(clientInput, 'email'),
    mailbox: () => textField(clientInput, 'email'),
    resource: () => textField(clientInput, resourceField ?? ''),
  }
  // Calls without a value share one counter, so leaving a field out doesn't avoid the limit.
  const subjects = Object.fromEntries(
    policies[policy].by.map((subject) => [subject, values[subject]() ?? '']),
  )
  let counted = true
  const result = await inSpan('gate.rate-limit', { 'gatehouse.policy': policy }, () =>
    checkLimit(policy, subjects as SubjectsOf<Name>, ({ error, refused }) => {
      counted = false
      const event = { requestId: ctx.requestId, policy, refused, error: describeError(error) }
      logger.error(event, 'limit could not be counted')
    }),
  )
  return { ...result, counted }
}

/**
 * Counts a call and refuses it over the limit.
 * @throws ActionError RATE_LIMITED with the wait; UNAVAILABLE when the store fails and the policy is sensitive
 */
export async function enforceLimit<Name extends PolicyName>(
  policy: Name,
  call: CountedCall,
  ...resourceField: ResourceField<Name>
): Promise<void> {
  const { allowed, counted, retryAfterSeconds } = await countCall(policy, call, ...resourceField)
  if (!allowed) count('gatehouse.rate_limit_hits', { policy })
  if (!allowed) throw new ActionError(counted ? 'RATE_LIMITED' : 'UNAVAILABLE', { retryAfterSeconds })
}
