import 'server-only'
import { createHmac } from 'node:crypto'

import { env } from '@kit/env'

type Purpose = 'challenge' | 'answer' | 'waiting'

/** A key for this purpose alone: whatever else the secret signs, nothing of it is good for another. */
export function captchaKey(purpose: Purpose): string {
  return createHmac('sha256', env().BETTER_AUTH_SECRET).update(`gatehouse captcha ${purpose}`).digest('hex')
}
