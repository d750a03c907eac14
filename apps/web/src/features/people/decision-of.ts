import type { Decision } from '@kit/db/people/decide'

/** Returns what the database records about a super-admin's call. */
export function decisionOf(
  { personId, reason }: { personId: string; reason: string },
  { user, requestId }: { user: { id: string }; requestId: string },
  { name }: { name: string },
): Decision {
  return { adminId: user.id, action: name, requestId, userId: personId, reason }
}
