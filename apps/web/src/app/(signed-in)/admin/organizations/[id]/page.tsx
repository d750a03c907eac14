import type { Metadata } from 'next'

import { OrganizationPage } from '@/features/organization-administration/components/organization-page'

export const metadata: Metadata = { title: 'Organization' }

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function AdminOrganizationPage({ params, searchParams }: Props) {
  return <OrganizationPage id={(await params).id} searchParams={await searchParams} />
}
