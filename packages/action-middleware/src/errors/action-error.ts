/** Every error that a caller may tell apart. Anything else is `INTERNAL`. */
export type ErrorCode =
  | 'UNAUTHORIZED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'FOREIGN_ORIGIN'
  | 'RATE_LIMITED'
  | 'UNAVAILABLE'
  | 'CAPTCHA_REQUIRED'
  | 'CAPTCHA_FAILED'
  | 'FRESH_SESSION_REQUIRED'
  | 'INVALID_CREDENTIALS'
  | 'ACCOUNT_BANNED'
  | 'INVALID_TOKEN'
  | 'WRONG_PASSWORD'
  | 'PASSWORD_NOT_ALLOWED'
  | 'INTERNAL'

const sentences: Record<ErrorCode, string> = {
  UNAUTHORIZED: 'Sign in to continue.',
  FORBIDDEN: 'You are not allowed to do this.',
  NOT_FOUND: 'This does not exist, or you have no access to it.',
  CONFLICT: 'This is already taken.',
  FOREIGN_ORIGIN: 'This request did not come from this site. Reload the page and try again.',
  RATE_LIMITED: 'Too many attempts.',
  UNAVAILABLE: 'This cannot be done at the moment.',
  CAPTCHA_REQUIRED: 'First a check that you are not a robot. Wait for it, then send this again.',
  CAPTCHA_FAILED:
    'The check that you are not a robot did not succeed. Wait for another one, then send this again.',
  FRESH_SESSION_REQUIRED: 'Enter your password to go on.',
  INVALID_CREDENTIALS:
    'The e-mail address or the password is wrong, or the address is not confirmed yet: then another link is in your mail.',
  ACCOUNT_BANNED: 'This account is suspended. Ask the people who run this site.',
  INVALID_TOKEN: 'This link is not valid any more. Ask for another one.',
  WRONG_PASSWORD: 'This password is wrong.',
  PASSWORD_NOT_ALLOWED: 'Choose a password of 12 to 128 characters.',
  INTERNAL: 'Something went wrong on our side. Try again; if it stays, send us the request id.',
}

/**
 * An expected refusal, shown to the caller as its code and message.
 * The message reaches the browser: name nothing in it that the caller could not know.
 */
export class ActionError extends Error {
  override name = 'ActionError'
  /** Whole seconds after which the same call may succeed. */
  readonly retryAfterSeconds: number | undefined

  constructor(
    readonly code: ErrorCode,
    { message = sentences[code], retryAfterSeconds }: { message?: string; retryAfterSeconds?: number } = {},
  ) {
    super(
      retryAfterSeconds === undefined ? message : `${message} Try again in ${formatWait(retryAfterSeconds)}.`,
    )
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** Never less than it is: who comes back when told to is let through. */
function formatWait(seconds: number): string {
  if (seconds <= 90) return seconds === 1 ? '1 second' : `${seconds} seconds`
  const minutes = Math.ceil(seconds / 60)
  return minutes <= 90 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`
}
