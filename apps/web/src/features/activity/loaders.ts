import 'server-only'
import { namesOf } from '@kit/db/people/names'
import { readDateSettings } from '@/lib/dates/read-date-settings'
import { readOrganization } from '@/lib/organization/read-organization'
import { requireAdmin } from '@/lib/request/require-admin'

import { activityQuerySchema, type SearchParams } from './query'
import { type DoneDto, readActivity, readAllActivity } from './read-activity'

const PAGE_SIZE = 25

/** Changes or refused requests of an organization. */
export async function loadActivity(organization: string, searchParams: SearchParams) {
  const query = activityQuerySchema.parse(searchParams)
  const { timeZone } = await readDateSettings()
  const activity = await readOrganization(organization, 'activity', (db) =>
    readActivity(db, query, { timeZone, limit: PAGE_SIZE }),
  )
  return activity.view === 'done' ? withAdminNames(activity) : activity
}

/** Members can't read the accounts of admins, but should know who changed something as one of them. */
async function withAdminNames(activity: DoneDto): Promise<DoneDto> {
  const names = await namesOf([
    ...new Set(activity.events.flatMap(({ impersonator }) => impersonator?.id ?? [])),
  ])
  return {
    ...activity,
    events: activity.events.map(({ impersonator, ...event }) => ({
      ...event,
      impersonator: impersonator && { ...impersonator, name: names.get(impersonator.id) ?? null },
    })),
  }
}

/** The same for all organizations, except details they keep private. */
export async function loadAllActivity(searchParams: SearchParams) {
  await requireAdmin('activity.read')
  const { timeZone } = await readDateSettings()
  return readAllActivity(activityQuerySchema.parse(searchParams), { timeZone, limit: PAGE_SIZE })
}
