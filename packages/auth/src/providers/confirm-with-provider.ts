import 'server-only'
import { hasPassword, isLinked } from '@kit/db/sign-in/linked-accounts'
import { lockUser } from '@kit/db/accounts/mailed-links'
import { confirmSession } from '@kit/db/sign-in/sessions'
import { database } from '@kit/db/connection/client'
import { ConflictError } from '@kit/db/connection/conflict-error'
import type { Session } from '../session/session'
import { takeSecondFactor } from '../two-factor/second-factor'
import type { Attempt } from './attempt'
import type { Identity } from './identity'
import type { ProviderId } from './provider-ids'
import { startAttempt } from './start-attempt'

/** Seconds that the provider's clock may be behind. */
const CLOCK_SKEW = 60

/**
 * Prepares this browser to confirm its user's identity at a provider. The two-factor code is checked here; the provider proves
 * the rest.
 * @throws ConflictError HAS_PASSWORD; CredentialsError WRONG_CODE, PROVIDER_UNAVAILABLE
 */
export async function startConfirmation(
  { user, session }: Session,
  { provider, code, next }: { provider: ProviderId; code?: string | undefined; next?: string | undefined },
): Promise<void> {
  await database().transaction(async (transaction) => {
    await lockUser(transaction, user.id)
    if (await hasPassword(transaction, user.id)) throw new ConflictError('HAS_PASSWORD')
    await takeSecondFactor(transaction, { user, code })
  })
  await startAttempt({ provider, purpose: 'confirm', sessionId: session.id, ...(next && { next }) })
}

/**
 * Makes the session fresh if its user has no password, has linked this account, and signed in at the provider again for this
 * confirmation.
 */
export async function confirmWithProvider(
  { user, session }: Session,
  { startedAt }: Attempt,
  identity: Identity,
): Promise<boolean> {
  // GitHub and Google don't say when the user last signed in.
  if (identity.provider === 'oidc' && (identity.signedInAt ?? 0) < startedAt - CLOCK_SKEW) return false
  return database().transaction(async (transaction) => {
    await lockUser(transaction, user.id)
    if (await hasPassword(transaction, user.id)) return false
    if (!(await isLinked(transaction, user.id, identity))) return false
    return confirmSession(transaction, session.id)
  })
}
