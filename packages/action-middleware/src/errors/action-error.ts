/** Every error a caller can distinguish. Anything else is `INTERNAL`. */
export type ErrorCode =
  | 'UNAUTHORIZED'
  | 'OTHER_USER'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'EDIT_CONFLICT'
  | 'FOREIGN_ORIGIN'
  | 'RATE_LIMITED'
  | 'UNAVAILABLE'
  | 'BUSY'
  | 'UNCONFIRMED'
  | 'CAPTCHA_REQUIRED'
  | 'CAPTCHA_FAILED'
  | 'FRESH_SESSION_REQUIRED'
  | 'IMPERSONATING'
  | 'INVALID_CREDENTIALS'
  | 'ACCOUNT_BANNED'
  | 'INVALID_TOKEN'
  | 'WRONG_PASSWORD'
  | 'WRONG_CODE'
  | 'WRONG_MAILED_CODE'
  | 'PROVIDER_UNAVAILABLE'
  | 'WRONG_PASSKEY'
  | 'TWO_FACTOR_REQUIRED'
  | 'PASSWORD_NOT_ALLOWED'
  | 'PASSWORD_GUESSABLE'
  | 'PASSWORD_LEAKED'
  | 'SIGN_UP_CLOSED'
  | 'INTERNAL'

const sentences: Record<ErrorCode, string> = {
  UNAUTHORIZED: 'Sign in to continue.',
  OTHER_USER: 'Someone else signed in while this form was open. Nothing was saved. Reload the page.',
  FORBIDDEN: "You don't have access.",
  NOT_FOUND: "This doesn't exist, or you don't have access. Reload the page.",
  CONFLICT: 'This is already taken.',
  EDIT_CONFLICT: 'Someone else changed this while you were editing. Nothing was saved.',
  FOREIGN_ORIGIN: "This request didn't come from this site. Open this site at its own URL and try again.",
  RATE_LIMITED: 'Too many attempts.',
  UNAVAILABLE: "This isn't available right now.",
  BUSY: 'Busy.',
  UNCONFIRMED:
    'The connection was lost while saving. Check whether your change was saved before you try again.',
  CAPTCHA_REQUIRED: 'Wait for the bot check to finish, then send again.',
  CAPTCHA_FAILED: 'The bot check failed. Wait for a new one to finish, then send again.',
  FRESH_SESSION_REQUIRED: "Confirm it's you to continue.",
  IMPERSONATING: "You can't do this while you impersonate someone. Stop impersonating first.",
  INVALID_CREDENTIALS:
    "Incorrect email or password. If you haven't verified your email, check your inbox for a new link.",
  ACCOUNT_BANNED: 'This account is suspended. Contact us for help.',
  INVALID_TOKEN: 'This link has expired or was already used. Request a new one.',
  WRONG_PASSWORD: 'Incorrect password. Try again.',
  WRONG_CODE: 'Incorrect or used code. Enter a new one.',
  WRONG_MAILED_CODE: 'Incorrect or expired code. Check the latest email, or send a new one.',
  PROVIDER_UNAVAILABLE: "This provider isn't available right now. Try again, or use another way.",
  WRONG_PASSKEY: "This passkey didn't work. Try again, or use another way.",
  TWO_FACTOR_REQUIRED: 'Turn on two-factor authentication in your account to continue.',
  PASSWORD_NOT_ALLOWED: 'Choose a password of 12 to 128 characters.',
  PASSWORD_GUESSABLE: 'This password is easy to guess. A few unrelated words work well.',
  PASSWORD_LEAKED: 'This password was in a data breach, so others may try it. Choose another one.',
  SIGN_UP_CLOSED:
    "You can't sign up with this email here. If you were invited, use the link in your invitation.",
  INTERNAL: 'Something went wrong. Try again, and contact us with the request ID if it keeps happening.',
}

interface ErrorOptions {
  message?: string
  retryAfterSeconds?: number
  conflicts?: readonly string[]
  outOfReach?: boolean
}

/** An expected refusal. Its code and message reach the browser, so include nothing the caller may not know. */
export class ActionError extends Error {
  override name = 'ActionError'
  /** Whole seconds after which the same call may succeed. */
  readonly retryAfterSeconds: number | undefined
  /** The fields that someone else changed too. */
  readonly conflicts: readonly string[] | undefined
  /** The caller may no longer see the page with the form, so the reply has to keep what was typed. */
  readonly outOfReach: boolean

  constructor(
    readonly code: ErrorCode,
    { message = sentences[code], retryAfterSeconds, conflicts, outOfReach = false }: ErrorOptions = {},
  ) {
    super(
      retryAfterSeconds === undefined ? message : `${message} Try again in ${formatWait(retryAfterSeconds)}.`,
    )
    this.retryAfterSeconds = retryAfterSeconds
    this.conflicts = conflicts
    this.outOfReach = outOfReach
  }
}

/** Rounds up, so a retry after this time succeeds. */
function formatWait(seconds: number): string {
  if (seconds <= 90) return seconds === 1 ? '1 second' : `${seconds} seconds`
  const minutes = Math.ceil(seconds / 60)
  return minutes <= 90 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`
}
