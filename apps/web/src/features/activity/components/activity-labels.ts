import type { SecurityEventKind } from '@kit/db/activity/security-event-values'

/** Labels for the reasons of refused requests. */
export const kindLabels: Record<SecurityEventKind, string> = {
  denied: 'Permission denied',
  unauthenticated: 'Not signed in',
  'not-found': 'Not found',
  invalid: 'Invalid input',
  limited: 'Rate limited',
  unavailable: 'Unavailable',
  captcha: 'Failed captcha',
  'foreign-origin': 'Cross-site request',
  'stale-session': 'Password confirmation required',
  'failed-sign-in': 'Failed sign-in',
  'wrong-password': 'Wrong password',
  'wrong-code': 'Wrong code',
  'invalid-link': 'Invalid link',
  'reported-mail': 'Reported email',
}
