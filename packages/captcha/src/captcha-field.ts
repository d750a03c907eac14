import { z } from 'zod'

/** The field that carries the proof, in every form that has one. */
export const CAPTCHA_FIELD = 'captcha'

/** Longer than any proof of ours, and the longest that Turnstile gives. */
export const CAPTCHA_MAX_LENGTH = 2048

/**
 * For the schema of every action behind `withCaptcha()`, which reads the field before the schema does: what is missing
 * or wrong never gets here.
 */
export const captchaField = z.string().max(CAPTCHA_MAX_LENGTH).optional()
