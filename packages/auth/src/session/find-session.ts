import 'server-only'
import { cookies } from 'next/headers'
import { cache } from 'react'
import { readSession } from '@kit/db/sign-in/read-session'
import { surfaceBusy } from '@kit/db/connection/surface-busy'
import { env } from '@kit/env'
import { inSpan } from '@kit/telemetry/in-span'
import { sessionCookieName, sessionTokenIn } from './session-token'

/**
 * Returns this browser's session and the user who signed in, with one statement, or null. Says nothing about whether they may
 * use it: `getSession` does. Shared within one render. Holds no token.
 *
 * Reads the cookie that Better Auth wrote. Its own endpoint does the same with much more work, at every request.
 * @throws BusyError
 */
export const findSession = cache(async () => {
  // First, so a build doesn't prerender the page: it has no settings. `headers()` would still hold the old cookie when an
  // action replaces it and then renders a page.
  const jar = await cookies()
  const { APP_URL, BETTER_AUTH_SECRET } = env()
  const token = sessionTokenIn(jar.get(sessionCookieName(APP_URL))?.value, BETTER_AUTH_SECRET)
  if (token === undefined) return null
  const found = await inSpan('gate.session', {}, () => surfaceBusy(() => readSession(token)))
  if (!found || found.session.expiresAt <= new Date()) return null
  const { session: row, user, impersonation, person, ...facts } = found
  const { token: _, ...session } = row
  return { session, user, facts, impersonation: impersonation && { ...impersonation, person } }
})
