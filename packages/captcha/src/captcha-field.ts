/** The field that carries the proof, in every form that has one. */
export const CAPTCHA_FIELD = 'captcha'

/** Longer than any proof of ours, and the longest that Turnstile gives. */
export const CAPTCHA_MAX_LENGTH = 2048
