import 'server-only'
import { headers } from 'next/headers'
import { ConflictError } from '@kit/db/connection/conflict-error'
import { deleteUser } from '@kit/db/accounts/delete-user'
import { auth } from '../library/auth'
import { CredentialsError } from '../session/credentials-error'
import { sendAccountDeleted } from '../library/mail'
import { getSession } from '../session/session'

interface Deletion {
  /** What was typed: the account's address, or it is not deleted. */
  confirmation: string
  requestId: string
}

/**
 * Deletes the account of who is signed in, with every session, and takes the cookie back. What they made in an
 * organization stays there.
 * @throws ConflictError NOT_YOUR_EMAIL, LAST_OWNER_OF; CredentialsError UNAUTHORIZED
 */
export async function deleteAccount({ confirmation, requestId }: Deletion): Promise<void> {
  const current = await getSession()
  if (!current) throw new CredentialsError('UNAUTHORIZED')
  const { id, email } = current.user
  if (confirmation.trim().toLowerCase() !== email) {
    throw new ConflictError('NOT_YOUR_EMAIL')
  }
  if (!(await deleteUser(id, requestId))) throw new CredentialsError('UNAUTHORIZED')
  sendAccountDeleted(email)
  await auth().api.signOut({ headers: await headers() })
}
