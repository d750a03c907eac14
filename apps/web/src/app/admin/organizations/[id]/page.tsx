import type { Metadata } from 'next'

import { OrganizationPage } from '@/features/organization-administration/components/organization-page'

export const metadata: Metadata = { title: 'Organization' }

export default async function AdminOrganizationPage({ params }: { params: Promise<{ id: string }> }) {
  return <OrganizationPage id={(await params).id} />
}
