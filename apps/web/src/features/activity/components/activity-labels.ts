import type { SecurityEventKind } from '@kit/db/activity/security-event-values'

/** A kind of refusal in words. */
export const kindLabels: Record<SecurityEventKind, string> = {
  denied: 'Not allowed',
  unauthenticated: 'Not signed in',
  'not-found': 'Not found',
  invalid: 'Invalid input',
  limited: 'Too many attempts',
  unavailable: 'Unavailable',
  captcha: 'Captcha not passed',
  'foreign-origin': 'Foreign site',
  'stale-session': 'Password asked again',
  'failed-sign-in': 'Failed sign-in',
  'wrong-password': 'Wrong password',
  'invalid-link': 'Invalid link',
}
