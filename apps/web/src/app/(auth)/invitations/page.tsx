import type { Metadata } from 'next'

import { IncompleteLink } from '@/features/auth/components/incomplete-link'
import { InvitationView } from '@/features/invitations/components/invitation-view'
import { firstValue } from '@/lib/url/first-value'

export const metadata: Metadata = { title: 'Invitation', robots: { index: false } }

interface Props {
  searchParams: Promise<{ token?: string | string[] }>
}

export default async function InvitationPage({ searchParams }: Props) {
  const token = firstValue((await searchParams).token)
  if (!token) return <IncompleteLink href="/">Go to the home page</IncompleteLink>
  return <InvitationView token={token} />
}
