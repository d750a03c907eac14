import 'server-only'
import { addLinkedAccount, findOwner, hasLinked, isLinked } from '@kit/db/sign-in/linked-accounts'
import { lockUser } from '@kit/db/accounts/mailed-links'
import { addVerifiedUser, dropUnproved, lockUserOfEmail } from '@kit/db/sign-in/verified-sign-up'
import { database, type Transaction } from '@kit/db/connection/client'
import { violatedConstraint } from '@kit/db/connection/database-error'
import { readSealedSecret } from '@kit/db/two-factor/codes'
import { noteOrEnd } from '../session/credentials'
import { CredentialsError } from '../session/credentials-error'
import { openOrAsk } from '../session/open-or-ask'
import { queueProviderChange } from '../library/mail'
import type { Identity } from './identity'
import { nameFrom } from './name-from'
import { nameOf } from './providers'

export type SignedIn = { kind: 'signed-in'; isNew: boolean } | { kind: 'code-pending' }

/** The provider has not verified the email, or the account has to be linked while signed in. */
export type NotSignedIn = { kind: 'unverified' } | { kind: 'link-first' } | { kind: 'sign-up-closed' }

/** Constraints that fail when two first sign-ins run at once. The second then finds the user that the first one created. */
const made = new Set(['user_email_unique', 'account_of_provider'])

/**
 * Signs in the person who signed in at the provider. A person we don't know gets a new account, or is linked to the account
 * with their email if both sides have verified it.
 * @throws CredentialsError ACCOUNT_BANNED
 */
export async function signInWithProvider(identity: Identity): Promise<SignedIn | NotSignedIn> {
  const attempt = () => database().transaction((transaction) => enter(transaction, identity))
  const entered = await attempt().catch((error: unknown) => {
    if (made.has(violatedConstraint(error) ?? '')) return attempt()
    // A trigger refuses the new account, so nothing else from the attempt is kept.
    if (violatedConstraint(error) === 'sign_up_is_open') return { problem: 'sign-up-closed' } as const
    throw error
  })
  if ('problem' in entered) return { kind: entered.problem }
  const { user, isNew, outcome } = entered
  if (outcome === 'code-pending') return { kind: 'code-pending' }
  await noteOrEnd(user, { isFirst: isNew })
  return { kind: 'signed-in', isNew }
}

interface Person {
  id: string
  email: string
}

interface Found {
  user: Person
  isNew: boolean
}

interface Problem {
  problem: NotSignedIn['kind']
}

async function enter(transaction: Transaction, identity: Identity) {
  const found = (await ownerOf(transaction, identity)) ?? (await personWithEmail(transaction, identity))
  if ('problem' in found) return found
  return { ...found, outcome: await openOrAsk(transaction, found.user.id) }
}

async function ownerOf(transaction: Transaction, identity: Identity): Promise<Found | undefined> {
  const owner = await findOwner(transaction, identity)
  if (!owner) return undefined
  await lockUser(transaction, owner.id)
  if (!(await isLinked(transaction, owner.id, identity))) return undefined
  return { user: owner, isNew: false }
}

async function personWithEmail(transaction: Transaction, identity: Identity): Promise<Found | Problem> {
  const { email } = identity
  if (email === undefined || !identity.emailVerified) return { problem: 'unverified' }
  await dropUnproved(transaction, email)
  const known = await lockUserOfEmail(transaction, email)
  // `dropUnproved` keeps only suspended accounts, so an unverified one here is suspended.
  if (known && !known.emailVerified) throw new CredentialsError('ACCOUNT_BANNED')
  // Their first sign-in may have committed since `ownerOf` looked.
  if (known && (await isLinked(transaction, known.id, identity))) return { user: known, isNew: false }
  if (known && (await mustLinkFirst(transaction, known.id, identity))) return { problem: 'link-first' }
  const user = known ?? (await addVerifiedUser(transaction, { name: nameFrom(identity.name, email), email }))
  await addLinkedAccount(transaction, user.id, identity)
  if (known)
    await queueProviderChange(transaction, email, { change: 'linked', provider: nameOf(identity.provider) })
  return { user, isNew: !known }
}

/**
 * With two-factor authentication, a mailbox alone must not add a way to sign in. A user can link only one account per provider,
 * so a second account there is not assumed to be theirs.
 */
async function mustLinkFirst(
  transaction: Transaction,
  userId: string,
  { provider }: Identity,
): Promise<boolean> {
  return (
    (await readSealedSecret(transaction, userId)) !== undefined ||
    (await hasLinked(transaction, userId, [provider]))
  )
}
