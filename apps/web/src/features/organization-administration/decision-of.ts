import type { OrganizationDecision } from '@kit/db/organization-administration/decide'

/** Returns what the database records about a super-admin's call. */
export function decisionOf(
  { organizationId, reason }: { organizationId: string; reason: string },
  { user, requestId }: { user: { id: string }; requestId: string },
  { name }: { name: string },
): OrganizationDecision {
  return { adminId: user.id, action: name, requestId, organizationId, reason }
}
