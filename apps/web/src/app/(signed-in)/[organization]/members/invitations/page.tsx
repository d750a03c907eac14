import type { Metadata } from 'next'

import { PageHeader } from '@/components/page-header'
import { Streamed } from '@/components/streamed'
import { InvitationList } from '@/features/invitations/components/invitation-list'
import { InvitationListSkeleton } from '@/features/invitations/components/invitation-list-skeleton'
import { MembersLink } from '@/features/invitations/components/members-link'

export const metadata: Metadata = { title: 'Invitations' }

interface Props {
  params: Promise<{ organization: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function InvitationsPage({ params, searchParams }: Props) {
  const { organization } = await params
  return (
    <div className="space-y-5">
      <PageHeader
        title="Invitations"
        description="Invitees get a single-use link that expires in 7 days and works only for their email."
        actions={<MembersLink organization={organization} />}
      />
      <Streamed fallback={<InvitationListSkeleton />}>
        <InvitationList organization={organization} searchParams={await searchParams} />
      </Streamed>
    </div>
  )
}
