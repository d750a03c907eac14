/** The form field with the captcha solution. */
export const CAPTCHA_FIELD = 'captcha'

/** Turnstile's maximum; our own solutions are shorter. */
export const CAPTCHA_MAX_LENGTH = 2048
