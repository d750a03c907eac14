import 'server-only'
import { describeError } from '@kit/log/describe-error'
import { logger } from '@kit/log/logger'
import { CredentialsError } from '../session/credentials-error'
import { getSession, type Session } from '../session/session'
import { type Attempt, endAttempt } from './attempt'
import { confirmWithProvider } from './confirm-with-provider'
import { type Identity, identityOf } from './identity'
import { linkAccount } from './link-account'
import type { ProviderId } from './provider-ids'
import { signInWithProvider } from './sign-in-with-provider'

/** Why nobody was signed in, linked or confirmed. */
export type ProviderProblem =
  /** This browser never started an attempt, took too long, or has already finished it. */
  | 'ended'
  /** The person declined at the provider. */
  | 'cancelled'
  /** The provider's answer is wrong, or there is none. */
  | 'failed'
  | 'unverified'
  | 'link-first'
  /** The installation doesn't accept new accounts, or doesn't accept this email. */
  | 'sign-up-closed'
  | 'suspended'
  | 'taken'
  | 'linked-already'
  /** It is not the linked account, or the sign-in at the provider is too old. */
  | 'not-confirmed'

export type ProviderOutcome =
  | { kind: 'signed-in'; isNew: boolean; next?: string | undefined }
  | { kind: 'code-pending'; next?: string | undefined }
  | { kind: 'linked' }
  | { kind: 'confirmed'; next?: string | undefined }
  | { kind: 'problem'; problem: ProviderProblem; purpose: Attempt['purpose'] }

/** Finishes this browser's attempt with the parameters that the provider sent back. Works once. */
export async function finishAttempt(
  provider: ProviderId,
  search: string,
  requestId: string,
): Promise<ProviderOutcome> {
  const query = new URLSearchParams(search)
  const ended = await endAttempt(query.get('state'))
  if (!ended || ended.attempt.provider !== provider)
    return { kind: 'problem', problem: 'ended', purpose: ended?.attempt.purpose ?? 'sign-in' }
  const { attempt, proofs } = ended
  const problem = (name: ProviderProblem) =>
    ({ kind: 'problem', problem: name, purpose: attempt.purpose }) as const
  if (query.get('error') === 'access_denied') return problem('cancelled')
  let identity: Identity
  try {
    identity = await identityOf(attempt, proofs, search)
  } catch (error) {
    logger.warn({ provider, error: describeError(error) }, 'provider answer refused')
    return problem('failed')
  }
  const outcome = await outcomeOf(attempt, identity, requestId)
  return typeof outcome === 'string' ? problem(outcome) : outcome
}

async function outcomeOf(
  attempt: Attempt,
  identity: Identity,
  requestId: string,
): Promise<Exclude<ProviderOutcome, { kind: 'problem' }> | ProviderProblem> {
  const { purpose, next } = attempt
  if (purpose === 'sign-in') {
    const outcome = await unlessSuspended(() => signInWithProvider(identity))
    if (outcome === 'suspended') return outcome
    if (outcome.kind === 'signed-in' || outcome.kind === 'code-pending') return { ...outcome, next }
    return outcome.kind
  }
  const current = await getSession()
  if (!isOwn(current, attempt)) return 'ended'
  if (purpose === 'confirm')
    return (await confirmWithProvider(current, attempt, identity))
      ? { kind: 'confirmed', next }
      : 'not-confirmed'
  const linked = await linkAccount({ user: current.user, requestId }, identity)
  return linked === 'linked' ? { kind: 'linked' } : linked
}

/** Someone else may have signed in to this browser in the meantime, or the session may act as someone else. */
function isOwn(current: Session | null, { sessionId }: Attempt): current is Session {
  return current !== null && current.impersonation === null && current.session.id === sessionId
}

async function unlessSuspended<T>(work: () => Promise<T>): Promise<T | 'suspended'> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof CredentialsError && error.code === 'ACCOUNT_BANNED') return 'suspended'
    throw error
  }
}
