import type { Metadata } from 'next'

import { PageHeader } from '@/components/page-header'
import { Explained } from '@/features/lab/components/explained'
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
        description={
          <Explained
            text={`Generated from the source of this build: ${endpoints.length} Server Actions. Each is an endpoint, so anyone can send it requests. The table shows who can call it: the role or permission it requires, its rate limits, whether it requires a captcha or a fresh session (“Password”), and its schema. The test suite runs ${attacks.toLocaleString('en')} attacks and fails if any succeeds.`}
          />
        }
      />
      <InventoryTable endpoints={endpoints} />
    </div>
  )
}
