import { createHmac, timingSafeEqual } from 'node:crypto'

/** A 256-bit HMAC in base64. */
const SIGNATURE_LENGTH = 44

/** `__Host-` binds a cookie to this host, to every path and to https. */
export const cookiePrefixOf = (appUrl: string) =>
  appUrl.startsWith('https:') ? '__Host-gatehouse' : 'gatehouse'

/** The name that Better Auth gives the session cookie. */
export const sessionCookieName = (appUrl: string) => `${cookiePrefixOf(appUrl)}.session_token`

/** Returns the token in a session cookie that Better Auth signed with this secret, or undefined. */
export function sessionTokenIn(cookie: string | undefined, secret: string): string | undefined {
  const signed = cookie ?? ''
  const dot = signed.lastIndexOf('.')
  if (dot < 1) return undefined
  const token = signed.slice(0, dot)
  const given = Buffer.from(signed.slice(dot + 1))
  const expected = Buffer.from(createHmac('sha256', secret).update(token).digest('base64'))
  if (given.length !== SIGNATURE_LENGTH || !timingSafeEqual(given, expected)) return undefined
  return token
}
