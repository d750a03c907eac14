/** The kinds of refusals, and email that its recipient reported. The table's check constraint lists the same. */
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
