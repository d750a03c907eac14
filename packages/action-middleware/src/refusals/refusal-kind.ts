import type { SecurityEventKind } from '@kit/db/activity/security-event-values'

import type { ErrorCode } from '../errors/action-error'

/**
 * What each code is counted as. The type demands a decision for every code there is; null is for a failure of our own,
 * which refuses nobody.
 */
const kinds: Record<ErrorCode, SecurityEventKind | null> = {
  UNAUTHORIZED: 'unauthenticated',
  FORBIDDEN: 'denied',
  NOT_FOUND: 'not-found',
  // Well formed, and not possible as things are: a name that is taken, a person who is no member.
  CONFLICT: 'invalid',
  FOREIGN_ORIGIN: 'foreign-origin',
  RATE_LIMITED: 'limited',
  UNAVAILABLE: 'unavailable',
  CAPTCHA_REQUIRED: 'captcha',
  CAPTCHA_FAILED: 'captcha',
  FRESH_SESSION_REQUIRED: 'stale-session',
  INVALID_CREDENTIALS: 'failed-sign-in',
  ACCOUNT_BANNED: 'failed-sign-in',
  INVALID_TOKEN: 'invalid-link',
  WRONG_PASSWORD: 'wrong-password',
  PASSWORD_NOT_ALLOWED: 'invalid',
  INTERNAL: null,
}

const pages = { unauthorized: 'unauthenticated', forbidden: 'denied', notFound: 'not-found' } as const

/** How a call ended, as far as a middleware around it can see. */
export interface Ending {
  serverError?: { code: ErrorCode } | undefined
  validationErrors?: unknown
  navigationKind?: string | undefined
}

/** Of what kind the refusal is; null when nothing was refused. */
export function refusalKind({
  serverError,
  validationErrors,
  navigationKind,
}: Ending): SecurityEventKind | null {
  // In the order in which next-safe-action answers, should a call ever end in two ways.
  if (navigationKind)
    return new Map<string, SecurityEventKind>(Object.entries(pages)).get(navigationKind) ?? null
  if (validationErrors !== undefined) return 'invalid'
  return serverError ? kinds[serverError.code] : null
}
