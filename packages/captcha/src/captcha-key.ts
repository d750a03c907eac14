import 'server-only'
import { createHmac } from 'node:crypto'

import { env } from '@kit/env'

type Purpose = 'challenge' | 'answer' | 'waiting'

/** Derives a key for one purpose, so a signature for one is never valid for another. */
export function captchaKey(purpose: Purpose): string {
  return createHmac('sha256', env().BETTER_AUTH_SECRET).update(`gatehouse captcha ${purpose}`).digest('hex')
}
