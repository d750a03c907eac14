/** The kinds of refusals. The table's check constraint lists the same. */
export const securityEventKinds = [
  'denied',
  'unauthenticated',
  'not-found',
  'invalid',
  'limited',
  'unavailable',
  'captcha',
  'foreign-origin',
  'stale-session',
  'failed-sign-in',
  'wrong-password',
  'wrong-code',
  'invalid-link',
] as const

export type SecurityEventKind = (typeof securityEventKinds)[number]
