import 'server-only'
import { headers } from 'next/headers'
import { ConflictError } from '@kit/db/connection/conflict-error'
import { deleteUser } from '@kit/db/accounts/delete-user'
import { auth } from '../library/auth'
import { CredentialsError } from '../session/credentials-error'
import { queueAccountDeleted } from '../library/mail'
import type { SessionUser } from '../session/session'

interface Deletion {
  /** The email the user typed to confirm. */
  confirmation: string
  requestId: string
}

/**
 * Deletes the account with all its sessions and clears the cookie. What the user created in an organization stays.
 * @throws ConflictError NOT_YOUR_EMAIL, LAST_OWNER_OF; CredentialsError UNAUTHORIZED when the account is already gone
 */
export async function deleteAccount(
  { id, email }: SessionUser,
  { confirmation, requestId }: Deletion,
): Promise<void> {
  if (confirmation.trim().toLowerCase() !== email) {
    throw new ConflictError('NOT_YOUR_EMAIL')
  }
  const isDeleted = await deleteUser(id, requestId, (transaction) => queueAccountDeleted(transaction, email))
  if (!isDeleted) throw new CredentialsError('UNAUTHORIZED')
  await auth().api.signOut({ headers: await headers() })
}
