/** The kinds of refusals, and the kind for a reported email. The table's check constraint lists the same values. */
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
  'reported-mail',
] as const

export type SecurityEventKind = (typeof securityEventKinds)[number]
