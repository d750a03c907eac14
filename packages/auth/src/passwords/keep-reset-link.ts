import 'server-only'
import { generateRandomString } from 'better-auth/crypto'
import type { Transaction } from '@kit/db/connection/client'
import { verification } from '@kit/db/schema'
import { LINK_LIFETIME } from '../library/link-lifetime'
import { resetLinkIdentifier } from '../accounts/email-of-link'

/** Stores a link that sets a new password, as Better Auth would. Returns its token. */
export async function keepResetLink(transaction: Transaction, userId: string): Promise<string> {
  const token = generateRandomString(24, 'a-z', 'A-Z', '0-9')
  await transaction.insert(verification).values({
    identifier: resetLinkIdentifier(token),
    value: userId,
    expiresAt: new Date(Date.now() + LINK_LIFETIME * 1000),
  })
  return token
}
