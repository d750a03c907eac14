import { isAPIError } from 'better-auth/api'
import { surfaceBusy } from '@kit/db/connection/surface-busy'

export type CredentialsErrorCode =
  /** Unknown email, wrong password, or an unverified email, to which a new link is sent. Callers can't tell which. */
  | 'INVALID_CREDENTIALS'
  /** The password was right, but the account is suspended. */
  | 'ACCOUNT_BANNED'
  /** The link is malformed, used, expired, or for another purpose. */
  | 'INVALID_TOKEN'
  /** The current password is wrong. */
  | 'WRONG_PASSWORD'
  /** The code is wrong, missing or already used. */
  | 'WRONG_CODE'
  /** The mailed code is wrong, has expired or was used. */
  | 'WRONG_MAILED_CODE'
  /** The provider is not set up or doesn't answer. */
  | 'PROVIDER_UNAVAILABLE'
  /** The passkey is unknown, someone else's or a copy, or it answers another challenge. */
  | 'WRONG_PASSKEY'
  /** The new password is outside the bounds. */
  | 'PASSWORD_NOT_ALLOWED'
  /** The new password is common or follows a pattern. */
  | 'PASSWORD_GUESSABLE'
  /** The new password was in a data breach. */
  | 'PASSWORD_LEAKED'
  /** The installation doesn't accept sign-ups, or not with this email's domain. The same for known and unknown emails. */
  | 'SIGN_UP_CLOSED'
  /** Signed out. */
  | 'UNAUTHORIZED'

/** A refusal with a reason that the user may know. Its message is its code. */
export class CredentialsError extends Error {
  override name = 'CredentialsError'
  constructor(readonly code: CredentialsErrorCode) {
    super(code)
  }
}

const codes = new Map<string, CredentialsErrorCode>([
  ['INVALID_EMAIL_OR_PASSWORD', 'INVALID_CREDENTIALS'],
  // A separate code would reveal, after a sign-up with the same password, whether the email was known before.
  ['EMAIL_NOT_VERIFIED', 'INVALID_CREDENTIALS'],
  ['BANNED_USER', 'ACCOUNT_BANNED'],
  ['INVALID_TOKEN', 'INVALID_TOKEN'],
  ['TOKEN_EXPIRED', 'INVALID_TOKEN'],
  // Only a link can refer to a deleted user.
  ['USER_NOT_FOUND', 'INVALID_TOKEN'],
  ['INVALID_PASSWORD', 'WRONG_PASSWORD'],
  ['CREDENTIAL_ACCOUNT_NOT_FOUND', 'WRONG_PASSWORD'],
  ['PASSWORD_TOO_SHORT', 'PASSWORD_NOT_ALLOWED'],
  ['PASSWORD_TOO_LONG', 'PASSWORD_NOT_ALLOWED'],
  ['UNAUTHORIZED', 'UNAUTHORIZED'],
])

/** Returns Better Auth's error code, or undefined for any other error. */
export function refusalCode(error: unknown): string | undefined {
  return isAPIError(error) ? error.body?.code : undefined
}

/**
 * Runs a Better Auth call. Turns its known errors into a CredentialsError and rethrows any other.
 * @throws BusyError, which Better Auth would hide
 */
export async function translated<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await surfaceBusy(call)
  } catch (error) {
    const code = codes.get(refusalCode(error) ?? '')
    throw code ? new CredentialsError(code) : error
  }
}
