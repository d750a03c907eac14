import type { Metadata } from 'next'

import { PageHeader } from '@/components/page-header'
import { InventoryTable } from '@/features/lab/components/inventory-table'
import { loadInventory } from '@/features/lab/loaders'

export const metadata: Metadata = { title: 'Every endpoint' }

export default async function InventoryPage() {
  const endpoints = await loadInventory()
  const attacks = endpoints.reduce((sum, endpoint) => sum + endpoint.attacks, 0)
  return (
    <div className="space-y-6">
      <PageHeader
        title="Every endpoint, and what guards it"
        description={`Read from the source of this build: ${endpoints.length} Server Actions, each of which anyone can call. The suite fires ${attacks.toLocaleString('en')} attacks at them, and fails when one gets through.`}
      />
      <InventoryTable endpoints={endpoints} />
    </div>
  )
}
