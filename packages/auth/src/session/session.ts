import 'server-only'
import { cache } from 'react'
import type { Preferences } from '@kit/db/accounts/preferences'
import { noteSeen, SEEN_EVERY_MINUTES } from '@kit/db/sign-in/sessions'
import { describeError } from '@kit/log/describe-error'
import { logger } from '@kit/log/logger'
import type { ImpersonationMode } from '@kit/db/impersonation/values'
import { type InstallationRole, installationRoleOf } from '../permissions/installation'
import { findSession } from './find-session'
import { isBanned, isInForce } from './in-force'

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

/** Who acts as the user. */
export interface Impersonation {
  admin: { id: string; name: string }
  mode: ImpersonationMode
  expiresAt: Date
}

/** The signed-in user, as proved by `getSession`. */
export interface Session {
  /** While impersonating, the person, not the admin. */
  user: SessionUser
  session: SessionInfo
  impersonation: Impersonation | null
}

const isLongAgo = (at: Date) => Date.now() - at.getTime() > SEEN_EVERY_MINUTES * 60_000

/** Not awaited: a page must not wait, let alone fail, for a note. */
async function seen(id: string): Promise<void> {
  try {
    await noteSeen(id)
  } catch (error) {
    logger.warn({ error: describeError(error) }, 'the use of a session was not noted')
  }
}

/**
 * Returns who is signed in, or null. Reads the database in one statement at every call, so a revoked or expired session,
 * a ban and the end of an impersonation take effect at once. Shared within one render. Holds no token.
 *
 * A session whose impersonation has ended acts for no one until the admin stops it. If it silently became the admin's again,
 * what they do next on an open page would be done in their own name.
 * @throws BusyError
 */
export const getSession = cache(async (): Promise<Session | null> => {
  const found = await findSession()
  if (!found || isBanned(found.user)) return null
  const { user, session, facts, impersonation: stored } = found
  if (isLongAgo(session.lastSeenAt)) void seen(session.id)
  const { id, createdAt, expiresAt } = session
  const own = { id, createdAt, expiresAt, confirmedAt: session.confirmedAt }
  if (!stored) return { user: userOf(user, facts), session: own, impersonation: null }
  const role = installationRoleOf(user.role)
  if (!isInForce(role, stored)) return null
  return {
    // What the admin proved about themselves doesn't count for the person.
    user: userOf(stored.person, facts),
    session: { ...own, confirmedAt: null },
    impersonation: {
      admin: { id: user.id, name: user.name },
      mode: stored.mode,
      expiresAt: stored.expiresAt,
    },
  }
})

type Stored = Pick<
  SessionUser,
  'id' | 'name' | 'email' | 'emailVerified' | 'createdAt' | keyof Preferences
> & {
  image?: string | null | undefined
  role?: string | null | undefined
}

/** Names every property, so nothing else in the row is passed on. */
function userOf(
  stored: Stored,
  facts: Pick<SessionUser, 'twoFactor' | 'hasPassword' | 'hasPasskey'>,
): SessionUser {
  const { id, name, email, emailVerified, image, role, createdAt, locale, timeZone } = stored
  return {
    ...facts,
    id,
    name,
    email,
    emailVerified,
    image: image ?? null,
    role: installationRoleOf(role),
    createdAt,
    locale,
    timeZone,
  }
}
