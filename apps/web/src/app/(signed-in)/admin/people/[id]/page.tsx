import type { Metadata } from 'next'

import { PersonPage } from '@/features/people/components/person-page'

export const metadata: Metadata = { title: 'Person' }

export default async function AdminPersonPage({ params }: { params: Promise<{ id: string }> }) {
  return <PersonPage id={(await params).id} />
}
