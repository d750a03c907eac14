import type { Metadata } from 'next'

import { PageHeader } from '@/components/page-header'
import { InventoryTable } from '@/features/lab/components/inventory-table'
import { loadInventory } from '@/features/lab/loaders'

export const metadata: Metadata = { title: 'Endpoint inventory' }

export default async function InventoryPage() {
  const endpoints = await loadInventory()
  const attacks = endpoints.reduce((sum, endpoint) => sum + endpoint.attacks, 0)
  return (
    <div className="space-y-6">
      <PageHeader
        title="Endpoint inventory"
        description={`Generated from the source of this build: ${endpoints.length} Server Actions, all callable by anyone. The test suite runs ${attacks.toLocaleString('en')} attacks against them and fails if any succeeds.`}
      />
      <InventoryTable endpoints={endpoints} />
    </div>
  )
}
