import 'server-only'
import { randomBytes } from 'node:crypto'
import { cookies } from 'next/headers'
import { passkeyBounds } from '@kit/db/passkeys/values'
import { env } from '@kit/env'

// A sign-in has no session that its challenge could belong to, so the browser gets a random ID for a few minutes. All tabs
// share it.

function nameAndOptions() {
  const secure = env().APP_URL.startsWith('https:')
  const name = `${secure ? '__Host-gatehouse' : 'gatehouse'}.passkey_sign_in`
  return { name, options: { secure, httpOnly: true, sameSite: 'lax', path: '/' } as const }
}

/** Returns this browser's ID, or undefined without one. */
export async function signInBrowser(): Promise<string | undefined> {
  const jar = await cookies()
  const id = jar.get(nameAndOptions().name)?.value
  return id && /^[\w-]{43}$/.test(id) ? id : undefined
}

/** Returns this browser's ID, creating it if needed, and keeps it for the lifetime of a new challenge. */
export async function giveSignInBrowser(): Promise<string> {
  const id = (await signInBrowser()) ?? randomBytes(32).toString('base64url')
  const { name, options } = nameAndOptions()
  const jar = await cookies()
  jar.set(name, id, { ...options, maxAge: passkeyBounds.challengeMinutes * 60 })
  return id
}
