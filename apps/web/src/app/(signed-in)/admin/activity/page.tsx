import type { Metadata } from 'next'

import { PageHeader } from '@/components/page-header'
import { ActivityList } from '@/features/activity/components/activity-list'
import { loadAllActivity } from '@/features/activity/loaders'
import type { SearchParams } from '@/features/activity/query'

export const metadata: Metadata = { title: 'Activity' }

export default async function AdminActivityPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const activity = await loadAllActivity(await searchParams)
  return (
    <div className="space-y-4">
      <PageHeader
        title="Activity"
        description="Changes and refused requests across all organizations, except details an organization keeps private."
      />
      <ActivityList path="/admin/activity" activity={activity} everywhere />
    </div>
  )
}
