import { createHash, randomBytes } from 'node:crypto'
import { keepSignInLink } from '@kit/db/sign-in/sign-in-links'
import type { Transaction } from '@kit/db/connection/client'
import { SIGN_IN_LINK_DAYS } from '../library/link-lifetime'

const DAY = 24 * 60 * 60

/** The hash includes the purpose, so this lookup can't match another kind of link. */
export const signInLinkIdentifier = (token: string) =>
  createHash('sha256').update(`report-sign-in:${token}`).digest('base64url')

/** Stores a link that ends everything a stranger may have started (`reportSignIn`). Returns its token, for the mail. */
export async function reportLink(
  transaction: Transaction,
  { id: userId, email }: { id: string; email: string },
): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  const kept = { identifier: signInLinkIdentifier(token), lifetime: SIGN_IN_LINK_DAYS * DAY }
  await keepSignInLink(transaction, { userId, email }, kept)
  return token
}
