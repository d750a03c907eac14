import { z } from 'zod'

import { CAPTCHA_MAX_LENGTH } from './captcha-field'

/**
 * For the schema of every action behind `withCaptcha()`, which has checked the field by then. Separate from the field's
 * name, which browser code imports without zod.
 */
export const captchaField = z.string().max(CAPTCHA_MAX_LENGTH).optional()
