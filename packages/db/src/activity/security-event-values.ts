/** The kinds of a refusal, as they are counted and shown. The table's check names the same. */
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
  'invalid-link',
] as const

export type SecurityEventKind = (typeof securityEventKinds)[number]
