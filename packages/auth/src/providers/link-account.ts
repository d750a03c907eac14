import 'server-only'
import {
  addLinkedAccount,
  findOwner,
  hasLinked,
  listLinkedAccounts,
  removeLinkedAccount,
} from '@kit/db/accounts/linked-accounts'
import { lockUser } from '@kit/db/accounts/mailed-links'
import { database } from '@kit/db/connection/client'
import { ConflictError } from '@kit/db/connection/conflict-error'
import { violatedConstraint } from '@kit/db/connection/database-error'
import { dropChallenges } from '@kit/db/two-factor/challenges'
import { keepSignInMethod } from '../accounts/keep-sign-in-method'
import { queueProviderChange } from '../library/mail'
import type { SessionUser } from '../session/session'
import type { Identity } from './identity'
import { isProviderId, type ProviderId } from './provider-ids'
import { enabledProviders, nameOf, type Provider } from './providers'

/** A provider on the security page. */
export interface LinkedProvider extends Provider {
  /** An ISO timestamp, or undefined if it is not linked. */
  since: string | undefined
}

/** Returns every provider that is set up, and any others the user has linked. Says for each whether the user has linked it. */
export async function linkedProviders(userId: string): Promise<LinkedProvider[]> {
  const linked = new Map((await listLinkedAccounts(userId)).map(({ provider, since }) => [provider, since]))
  const others = [...linked.keys()].filter(isProviderId).map((id) => ({ id, name: nameOf(id) }))
  const enabled = enabledProviders()
  const all = [...enabled, ...others.filter(({ id }) => !enabled.some((one) => one.id === id))]
  return all.map((provider) => ({ ...provider, since: linked.get(provider.id)?.toISOString() }))
}

/**
 * Links the provider account that was signed in to, and reports it by mail.
 * @returns 'taken' when it is linked to someone else; 'linked-already' when the user has one at this provider
 */
export async function linkAccount(
  { id, email }: Pick<SessionUser, 'id' | 'email'>,
  identity: Identity,
): Promise<'linked' | 'taken' | 'linked-already'> {
  try {
    return await database().transaction(async (transaction) => {
      await lockUser(transaction, id)
      if (await hasLinked(transaction, id, [identity.provider])) return 'linked-already'
      if (await findOwner(transaction, identity)) return 'taken'
      await addLinkedAccount(transaction, id, identity)
      await queueProviderChange(transaction, email, { change: 'linked', provider: nameOf(identity.provider) })
      return 'linked'
    })
  } catch (error) {
    if (violatedConstraint(error) === 'account_of_provider') return 'taken'
    throw error
  }
}

/**
 * Unlinks the user's account at a provider, ends sign-ins whose code is pending, and reports it by mail.
 * @throws ConflictError LAST_SIGN_IN_METHOD, NOT_LINKED
 */
export async function unlinkAccount(
  { id, email }: Pick<SessionUser, 'id' | 'email'>,
  provider: ProviderId,
): Promise<void> {
  await keepSignInMethod(id, async (transaction) => {
    if (!(await removeLinkedAccount(transaction, id, provider))) throw new ConflictError('NOT_LINKED')
    await dropChallenges(transaction, id)
    await queueProviderChange(transaction, email, { change: 'unlinked', provider: nameOf(provider) })
  })
}
