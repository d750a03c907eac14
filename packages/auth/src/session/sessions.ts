import 'server-only'
import { listSessions } from '@kit/db/sign-in/sessions'
import { browserInWords } from '../browsers/browser-in-words'
import type { Session } from './session'

/** One place where a user is signed in. Holds no token. */
export interface SessionDto {
  id: string
  /** Such as "Chrome on Windows". */
  browser: string
  /** A masked IP, or undefined if it was not recorded. */
  network: string | undefined
  /** ISO timestamps. */
  since: string
  lastSeen: string
  isCurrent: boolean
}

/** Returns where the user is signed in: this session first, then by last use. */
export async function ownSessions({ user, session }: Session): Promise<SessionDto[]> {
  const sessions = await sessionsOf(user.id, session.id)
  return sessions.toSorted((a, b) => Number(b.isCurrent) - Number(a.isCurrent))
}

/** Returns the sessions of any user, by last use. The caller must have checked that the viewer may see them. */
export async function sessionsOf(userId: string, currentId?: string): Promise<SessionDto[]> {
  const rows = await listSessions(userId)
  return rows.map(({ id, userAgent, network, createdAt, lastSeenAt }) => ({
    id,
    browser: browserInWords(userAgent),
    network: network && network !== 'unknown' ? network : undefined,
    since: createdAt.toISOString(),
    lastSeen: lastSeenAt.toISOString(),
    isCurrent: id === currentId,
  }))
}
