import { z } from 'zod'

import { CAPTCHA_MAX_LENGTH } from './captcha-field'

/**
 * For the schema of every action behind `withCaptcha()`, which reads the field before the schema does: what is missing
 * or wrong never gets here. Apart from the field's name, which the browser needs without all of zod.
 */
export const captchaField = z.string().max(CAPTCHA_MAX_LENGTH).optional()
