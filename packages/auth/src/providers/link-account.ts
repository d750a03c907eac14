import 'server-only'
import { recordAccountChange } from '@kit/db/accounts/account-changes'
import {
  addLinkedAccount,
  findOwner,
  hasLinked,
  listLinkedAccounts,
  removeLinkedAccount,
} from '@kit/db/sign-in/linked-accounts'
import { lockUser } from '@kit/db/accounts/mailed-links'
import { database } from '@kit/db/connection/client'
import { ConflictError } from '@kit/db/connection/conflict-error'
import { violatedConstraint } from '@kit/db/connection/database-error'
import { dropChallenges } from '@kit/db/two-factor/challenges'
import type { Caller } from '../accounts/caller'
import { keepSignInMethod } from '../accounts/keep-sign-in-method'
import { queueProviderChange } from '../library/mail'
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
  { user: { id, email }, requestId }: Caller,
  identity: Identity,
): Promise<'linked' | 'taken' | 'linked-already'> {
  try {
    return await database().transaction(async (transaction) => {
      await lockUser(transaction, id)
      if (await hasLinked(transaction, id, [identity.provider])) return 'linked-already'
      if (await findOwner(transaction, identity)) return 'taken'
      await addLinkedAccount(transaction, id, identity)
      const provider = nameOf(identity.provider)
      const change = { userId: id, action: 'linked-accounts.link', requestId }
      await recordAccountChange(transaction, change, { linked_account: { new: provider } })
      await queueProviderChange(transaction, email, { change: 'linked', provider })
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
  { user: { id, email }, requestId }: Caller,
  provider: ProviderId,
): Promise<void> {
  await keepSignInMethod(id, async (transaction) => {
    if (!(await removeLinkedAccount(transaction, id, provider))) throw new ConflictError('NOT_LINKED')
    await dropChallenges(transaction, id)
    const change = { userId: id, action: 'linked-accounts.unlink', requestId }
    await recordAccountChange(transaction, change, { linked_account: { old: nameOf(provider) } })
    await queueProviderChange(transaction, email, { change: 'unlinked', provider: nameOf(provider) })
  })
}
