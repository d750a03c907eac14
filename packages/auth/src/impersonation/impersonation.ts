import 'server-only'
import { cache } from 'react'
import { startImpersonation as start } from '@kit/db/impersonation/start'
import { stopImpersonation as stop } from '@kit/db/impersonation/stop'
import type { ImpersonationMode } from '@kit/db/impersonation/values'
import type { Decision } from '@kit/db/people/decide'
import { queueAccountDecision } from '../library/mail'
import { rolesWith } from '../permissions/installation'
import { findSession } from '../session/find-session'
import { getSession } from '../session/session'

/** The impersonation of this browser's session. */
export interface CurrentImpersonation {
  /** Null if their account is deleted. */
  person: { id: string; name: string } | null
  adminName: string
  mode: ImpersonationMode
  expiresAt: Date
  /** It has ended, but the admin hasn't stopped it. */
  isOver: boolean
}

/**
 * Returns the impersonation of this browser's session, even one that has ended, or null. Shares the statement of `getSession`.
 */
export const currentImpersonation = cache(async (): Promise<CurrentImpersonation | null> => {
  const found = await findSession()
  const stored = found?.impersonation
  if (!stored) return null
  const { person, mode, expiresAt } = stored
  return {
    person: person && { id: person.id, name: person.name },
    adminName: found.user.name,
    mode,
    expiresAt,
    isOver: (await getSession()) === null,
  }
})

/**
 * Makes the admin's session act as the person, and tells the person by mail in the same transaction.
 * @returns false when there is no such person
 * @throws ConflictError as `startImpersonation` of `@kit/db`
 */
export async function startImpersonation(
  decision: Decision,
  { sessionId, mode }: { sessionId: string; mode: ImpersonationMode },
): Promise<boolean> {
  const authors = rolesWith(mode === 'read-only' ? 'person.impersonate' : 'person.actAs')
  return start(decision, { sessionId, mode, authors }, (transaction, email) =>
    queueAccountDecision(transaction, email, {
      decision: mode === 'read-only' ? 'viewed' : 'acted-as',
    }),
  )
}

/**
 * Ends the impersonation of this browser's session, even if it is no longer in force or the admin has lost the role.
 * @returns the person; null if their account is deleted, undefined if the session isn't impersonating
 */
export async function stopImpersonation(call: {
  action: string
  requestId: string
}): Promise<string | null | undefined> {
  const found = await findSession()
  return found ? stop(found.session.id, call) : undefined
}
