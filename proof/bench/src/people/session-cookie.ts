import { createHmac } from 'node:crypto'

/** A session cookie signed like Better Auth's. Over plain HTTP its name has no prefix. */
export function sessionCookie(token: string, secret: string): string {
  const signature = createHmac('sha256', secret).update(token).digest('base64')
  return `gatehouse.session_token=${encodeURIComponent(`${token}.${signature}`)}`
}
