import type { Metadata } from 'next'

import { PageHeader } from '@/components/page-header'
import { Alert } from '@/components/ui/alert'
import { PeopleList } from '@/features/people/components/people-list'

export const metadata: Metadata = { title: 'People' }

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function PeoplePage({ searchParams }: Props) {
  const { deleted, ...filters } = await searchParams
  return (
    <div className="space-y-5">
      <PageHeader title="People" description="Everyone with an account." />
      {deleted === undefined ? null : (
        <output className="block">
          <Alert variant="success">The account is deleted.</Alert>
        </output>
      )}
      <PeopleList searchParams={filters} />
    </div>
  )
}
