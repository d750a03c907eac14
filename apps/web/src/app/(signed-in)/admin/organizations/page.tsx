import type { Metadata } from 'next'

import { PageHeader } from '@/components/page-header'
import { OrganizationsList } from '@/features/organization-administration/components/organizations-list'

export const metadata: Metadata = { title: 'Organizations' }

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function AllOrganizationsPage({ searchParams }: Props) {
  return (
    <div className="space-y-5">
      <PageHeader title="Organizations" description="All organizations. Their content stays private." />
      <OrganizationsList searchParams={await searchParams} />
    </div>
  )
}
