import { loadActivity } from '../loaders'
import type { SearchParams } from '../query'
import { ActivityList } from './activity-list'

export async function OrganizationActivity({
  organization,
  searchParams,
}: {
  organization: string
  searchParams: SearchParams
}) {
  const activity = await loadActivity(organization, searchParams)
  return <ActivityList path={`/${organization}/activity`} activity={activity} everywhere={false} />
}
