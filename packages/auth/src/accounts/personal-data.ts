import 'server-only'
import { MOST_ENTRIES, readPersonalData } from '@kit/db/accounts/personal-data'
import { listAuditEvents } from '@kit/db/activity/audit-events'
import { listImpersonationsOf } from '@kit/db/impersonation/history'
import { withTenant } from '@kit/db/tenancy/tenant'
import { CredentialsError } from '../session/credentials-error'

/** Maximum organizations whose activity is read, each in its own transaction. */
const MOST_ORGANIZATIONS = 20

/** Events of one organization. */
const MOST_EVENTS = 100

/**
 * Returns what is stored about a user as JSON: limited in size, and without tokens, hashes or other people's data.
 * Activity includes what they did and when, but not what changed, which belongs to the organization.
 * @throws CredentialsError UNAUTHORIZED when the account is gone
 */
export async function personalDataJson(userId: string): Promise<string> {
  const data = await readPersonalData(userId)
  if (!data) throw new CredentialsError('UNAUTHORIZED')
  const activity = []
  for (const { slug } of data.organizations.slice(0, MOST_ORGANIZATIONS))
    activity.push(...(await activityIn(slug, userId)))
  const limits = {
    entriesPerList: MOST_ENTRIES,
    activityOrganizations: MOST_ORGANIZATIONS,
    activityPerOrganization: MOST_EVENTS,
  }
  // Without the names of administrators.
  const impersonations = (await listImpersonationsOf(userId)).map(({ mode, at }) => ({ mode, at }))
  return JSON.stringify({ exportedAt: new Date(), limits, ...data, impersonations, activity }, null, 2)
}

async function activityIn(slug: string, userId: string) {
  const { events } = await withTenant(
    { organization: slug, userId },
    (db) => listAuditEvents(db, { actor: userId, limit: MOST_EVENTS }),
    { readOnly: true },
  )
  return events.map(({ action, targetType, createdAt }) => ({
    organization: slug,
    action,
    of: targetType,
    at: createdAt,
  }))
}
