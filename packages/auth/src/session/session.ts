import 'server-only'
import { cookies } from 'next/headers'
import { cache } from 'react'
import type { Preferences } from '@kit/db/accounts/preferences'
import { noteSeen, SEEN_EVERY_MINUTES } from '@kit/db/accounts/sessions'
import { surfaceBusy } from '@kit/db/connection/surface-busy'
import { describeError } from '@kit/log/describe-error'
import { logger } from '@kit/log/logger'
import { inSpan } from '@kit/telemetry/in-span'
import { auth } from '../library/auth'
import { type InstallationRole, installationRoleOf } from '../permissions/installation'

export interface SessionUser extends Preferences {
  id: string
  name: string
  email: string
  emailVerified: boolean
  image: string | null
  role: InstallationRole | 'user'
  createdAt: Date
  /** Whether two-factor authentication is on. */
  twoFactor: boolean
  /** False for someone who signs in only with a provider, a passkey or a mailed link. */
  hasPassword: boolean
  hasPasskey: boolean
}

export interface SessionInfo {
  id: string
  createdAt: Date
  expiresAt: Date
  /**
   * When the user last confirmed their identity in this session, with a code if they have two-factor authentication; null if
   * never.
   */
  confirmedAt: Date | null
}

/** The signed-in user, as proved by `getSession`. */
export interface Session {
  user: SessionUser
  session: SessionInfo
}

function isBanned(user: { banned?: boolean | null; banExpires?: Date | null }): boolean {
  return user.banned === true && (!user.banExpires || user.banExpires > new Date())
}

const isLongAgo = (at: Date | null | undefined) =>
  at instanceof Date && Date.now() - at.getTime() > SEEN_EVERY_MINUTES * 60_000

/** Better Auth passes this column on without knowing about it. */
function textIn(user: object, column: keyof Preferences): string | null {
  const value: unknown = Reflect.get(user, column)
  return typeof value === 'string' ? value : null
}

/** Not awaited: a page must not wait, let alone fail, for a note. */
async function seen(id: string): Promise<void> {
  try {
    await noteSeen(id)
  } catch (error) {
    logger.warn({ error: describeError(error) }, 'the use of a session was not noted')
  }
}

/**
 * Returns who is signed in, or null. Reads the database in one statement at every call, so a revoked or expired session
 * and a ban take effect at once. Shared within one render. Holds no token.
 * @throws BusyError, which Better Auth would hide
 */
export const getSession = cache(async (): Promise<Session | null> => {
  // `headers()` would still hold the old cookie when an action replaces it and then renders a page.
  const cookie = (await cookies()).toString()
  const found = await inSpan('gate.session', {}, () =>
    surfaceBusy(() => auth().api.getSession({ headers: new Headers({ cookie }) })),
  )
  if (!found || isBanned(found.user)) return null
  const { user, session } = found
  if (isLongAgo(session.lastSeenAt)) void seen(session.id)
  return {
    user: {
      id: user.id,
      name: user.name,
      email: user.email,
      emailVerified: user.emailVerified,
      image: user.image ?? null,
      role: installationRoleOf(user.role),
      createdAt: user.createdAt,
      twoFactor: 'twoFactor' in user && user.twoFactor === true,
      hasPassword: 'hasPassword' in user && user.hasPassword === true,
      hasPasskey: 'hasPasskey' in user && user.hasPasskey === true,
      locale: textIn(user, 'locale'),
      timeZone: textIn(user, 'timeZone'),
    },
    session: {
      id: session.id,
      createdAt: session.createdAt,
      expiresAt: session.expiresAt,
      confirmedAt: session.confirmedAt ?? null,
    },
  }
})
