import type { Metadata } from 'next'

import { StartPage } from '@/features/impersonation/components/start-page'

export const metadata: Metadata = { title: 'Impersonate' }

export default async function ImpersonatePage({ params }: { params: Promise<{ id: string }> }) {
  return <StartPage personId={(await params).id} />
}
