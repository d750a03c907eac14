/** The form field with a random key, by which a form that is sent again is recognized. No schema sees it. */
export const SUBMISSION_FIELD = 'submission'

/** 128 random bits in hex. */
const KEY = /^[0-9a-f]{32}$/

export function isSubmissionKey(value: unknown): value is string {
  return typeof value === 'string' && KEY.test(value)
}

/** Works in browsers that have no `crypto.randomUUID`, as on a page without TLS. */
export function newSubmissionKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}
