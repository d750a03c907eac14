import { createHmac } from 'node:crypto'

/** The cookie of a session, as Better Auth signs it; over plain HTTP its name has no prefix. */
export function sessionCookie(token: string, secret: string): string {
  const signature = createHmac('sha256', secret).update(token).digest('base64')
  return `gatehouse.session_token=${encodeURIComponent(`${token}.${signature}`)}`
}
