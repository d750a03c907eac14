import { isAPIError } from 'better-auth/api'

export type CredentialsErrorCode =
  /** Unknown address, wrong password, or an address not confirmed, to which another link is sent; which is not told. */
  | 'INVALID_CREDENTIALS'
  /** The password was right, the account is suspended. */
  | 'ACCOUNT_BANNED'
  /** The link is malformed, used, expired, or made for something else. */
  | 'INVALID_TOKEN'
  /** The current password is wrong. */
  | 'WRONG_PASSWORD'
  /** The wished password is outside the bounds. */
  | 'PASSWORD_NOT_ALLOWED'
  /** Nobody is signed in. */
  | 'UNAUTHORIZED'

/** A refusal that the person may know the reason of. Its message is its code; the library's words stay inside. */
export class CredentialsError extends Error {
  override name = 'CredentialsError'
  constructor(readonly code: CredentialsErrorCode) {
    super(code)
  }
}

const codes = new Map<string, CredentialsErrorCode>([
  ['INVALID_EMAIL_OR_PASSWORD', 'INVALID_CREDENTIALS'],
  // Told apart, a sign-up and a sign-in with the same password would say whether the address was known before.
  ['EMAIL_NOT_VERIFIED', 'INVALID_CREDENTIALS'],
  ['BANNED_USER', 'ACCOUNT_BANNED'],
  ['INVALID_TOKEN', 'INVALID_TOKEN'],
  ['TOKEN_EXPIRED', 'INVALID_TOKEN'],
  // Only a link can name a user who is gone.
  ['USER_NOT_FOUND', 'INVALID_TOKEN'],
  ['INVALID_PASSWORD', 'WRONG_PASSWORD'],
  ['CREDENTIAL_ACCOUNT_NOT_FOUND', 'WRONG_PASSWORD'],
  ['PASSWORD_TOO_SHORT', 'PASSWORD_NOT_ALLOWED'],
  ['PASSWORD_TOO_LONG', 'PASSWORD_NOT_ALLOWED'],
  ['UNAUTHORIZED', 'UNAUTHORIZED'],
])

/** The library's code of a refusal; nothing for any other error. */
export function refusalCode(error: unknown): string | undefined {
  return isAPIError(error) ? error.body?.code : undefined
}

/** Runs a call of the library. Its refusals become a CredentialsError; whatever is not known here is thrown on. */
export async function translated<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (error) {
    const code = codes.get(refusalCode(error) ?? '')
    throw code ? new CredentialsError(code) : error
  }
}
