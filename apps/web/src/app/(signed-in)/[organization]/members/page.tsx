import type { Metadata } from 'next'

import { PageHeader } from '@/components/page-header'
import { Streamed } from '@/components/streamed'
import { InviteLink } from '@/features/invitations/components/invite-link'
import { MemberList } from '@/features/members/components/member-list'
import { MemberListSkeleton } from '@/features/members/components/member-list-skeleton'

export const metadata: Metadata = { title: 'Members' }

interface Props {
  params: Promise<{ organization: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function MembersPage({ params, searchParams }: Props) {
  const { organization } = await params
  return (
    <div className="space-y-5">
      <PageHeader
        title="Members"
        description="Everyone in this organization and their roles."
        actions={<InviteLink organization={organization} />}
      />
      <Streamed fallback={<MemberListSkeleton />}>
        <MemberList organization={organization} searchParams={await searchParams} />
      </Streamed>
    </div>
  )
}
