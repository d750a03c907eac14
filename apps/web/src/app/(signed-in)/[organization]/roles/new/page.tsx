import type { Metadata } from 'next'

import { CreatedNotice } from '@/components/feedback/created-notice'
import { PageHeader } from '@/components/page-header'
import { Card, CardContent } from '@/components/ui/card'
import { RoleForm } from '@/features/roles/components/role-form'
import { loadNewRole } from '@/features/roles/loaders'
import { createRoleSchema } from '@/features/roles/schema'
import { constraintsOf } from '@/lib/input/constraints'

export const metadata: Metadata = { title: 'New role' }

export default async function NewRolePage({ params }: { params: Promise<{ organization: string }> }) {
  const { organization } = await params
  const { choices, canRead } = await loadNewRole(organization)
  return (
    <div className="max-w-2xl space-y-5">
      <PageHeader title="New role" description="You can only grant permissions you have." />
      <CreatedNotice>Role created. You can create another one.</CreatedNotice>
      <Card>
        <CardContent>
          <RoleForm
            organization={organization}
            constraints={constraintsOf(createRoleSchema)}
            choices={choices}
            canRead={canRead}
          />
        </CardContent>
      </Card>
    </div>
  )
}
