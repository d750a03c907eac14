import type { SecurityEventKind } from '@kit/db/activity/security-event-values'

import type { ErrorCode } from '../errors/action-error'

/** The kind each code is recorded as; null for our own failures, which aren't refusals. */
const kinds: Record<ErrorCode, SecurityEventKind | null> = {
  UNAUTHORIZED: 'unauthenticated',
  OTHER_USER: 'unauthenticated',
  FORBIDDEN: 'denied',
  NOT_FOUND: 'not-found',
  // Valid input that doesn't fit the current state, such as a taken name.
  CONFLICT: 'invalid',
  EDIT_CONFLICT: 'invalid',
  FOREIGN_ORIGIN: 'foreign-origin',
  RATE_LIMITED: 'limited',
  UNAVAILABLE: 'unavailable',
  CAPTCHA_REQUIRED: 'captcha',
  CAPTCHA_FAILED: 'captcha',
  FRESH_SESSION_REQUIRED: 'stale-session',
  IMPERSONATING: 'denied',
  INVALID_CREDENTIALS: 'failed-sign-in',
  ACCOUNT_BANNED: 'failed-sign-in',
  INVALID_TOKEN: 'invalid-link',
  WRONG_PASSWORD: 'wrong-password',
  WRONG_CODE: 'wrong-code',
  WRONG_MAILED_CODE: 'wrong-code',
  PROVIDER_UNAVAILABLE: 'unavailable',
  WRONG_PASSKEY: 'failed-sign-in',
  TWO_FACTOR_REQUIRED: 'denied',
  SIGN_UP_CLOSED: 'denied',
  PASSWORD_NOT_ALLOWED: 'invalid',
  PASSWORD_GUESSABLE: 'invalid',
  PASSWORD_LEAKED: 'invalid',
  BUSY: null,
  UNCONFIRMED: null,
  INTERNAL: null,
}

const pages = { unauthorized: 'unauthenticated', forbidden: 'denied', notFound: 'not-found' } as const

/** How a call ended, as a middleware sees it. */
export interface Ending {
  serverError?: { code: ErrorCode } | undefined
  validationErrors?: unknown
  navigationKind?: string | undefined
}

/** Returns the kind of the refusal, or null when nothing was refused. */
export function refusalKind({
  serverError,
  validationErrors,
  navigationKind,
}: Ending): SecurityEventKind | null {
  // The order of precedence in next-safe-action, if a call has several outcomes.
  if (navigationKind)
    return new Map<string, SecurityEventKind>(Object.entries(pages)).get(navigationKind) ?? null
  if (validationErrors !== undefined) return 'invalid'
  return serverError ? kinds[serverError.code] : null
}
