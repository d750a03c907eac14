import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { cookies } from 'next/headers'
import { env } from '@kit/env'

/** Seconds: the maximum that browsers keep a cookie. */
const LIFETIME = 400 * 24 * 60 * 60

const nameOf = (isSecure: boolean) => `${isSecure ? '__Host-' : ''}gatehouse.browser`

/**
 * Returns the hash of this browser's random ID, and gives the browser one if it has none. The ID is a long random number
 * that the server looks up by its hash, so a made-up one is just an unknown browser, and a signature would add nothing.
 */
export async function identifyBrowser(): Promise<string> {
  const jar = await cookies()
  const secure = env().APP_URL.startsWith('https:')
  const given = jar.get(nameOf(secure))?.value
  const id = given && /^[\w-]{43}$/.test(given) ? given : randomBytes(32).toString('base64url')
  // Written again at each sign-in, so it stays as long as the browser is used.
  jar.set(nameOf(secure), id, { httpOnly: true, secure, sameSite: 'lax', path: '/', maxAge: LIFETIME })
  return createHash('sha256').update(id).digest('base64url')
}
