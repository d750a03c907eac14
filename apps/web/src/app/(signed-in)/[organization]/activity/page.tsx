import type { Metadata } from 'next'

import { PageHeader } from '@/components/page-header'
import { Streamed } from '@/components/streamed'
import { ActivitySkeleton } from '@/features/activity/components/activity-skeleton'
import { OrganizationActivity } from '@/features/activity/components/organization-activity'
import type { SearchParams } from '@/features/activity/query'

export const metadata: Metadata = { title: 'Activity' }

interface Props {
  params: Promise<{ organization: string }>
  searchParams: Promise<SearchParams>
}

export default async function ActivityPage({ params, searchParams }: Props) {
  const { organization } = await params
  return (
    <div className="space-y-4">
      <PageHeader
        title="Activity"
        description="Everything that changed in this organization, and every request it refused."
      />
      <Streamed fallback={<ActivitySkeleton />}>
        <OrganizationActivity organization={organization} searchParams={await searchParams} />
      </Streamed>
    </div>
  )
}
