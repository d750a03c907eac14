import type { Metadata } from 'next'

import { Icon } from '@/components/icon/icon'
import { CreatedNotice } from '@/components/feedback/created-notice'
import { PageHeader } from '@/components/page-header'
import { ButtonLink } from '@/components/ui/button-link'
import { PermissionMatrix } from '@/features/roles/components/permission-matrix'
import { RoleList } from '@/features/roles/components/role-list'
import { loadRoles } from '@/features/roles/loaders'

export const metadata: Metadata = { title: 'Roles' }

export default async function RolesPage({ params }: { params: Promise<{ organization: string }> }) {
  const { organization } = await params
  const { columns, rows, custom, mayCreate, isFull } = await loadRoles(organization)
  return (
    <div className="space-y-8">
      <PageHeader
        title="Roles"
        description="What each role can do in this organization."
        actions={
          mayCreate && !isFull ? (
            <ButtonLink href={`/${organization}/roles/new`}>
              <Icon name="plus" />
              New role
            </ButtonLink>
          ) : null
        }
      />
      <CreatedNotice>Role created.</CreatedNotice>
      {/* The matrix scrolls inside its own landmark. */}
      <div className="space-y-3">
        <h2 className="font-semibold">Permissions by role</h2>
        <PermissionMatrix columns={columns} rows={rows} />
      </div>
      <section aria-labelledby="own-roles" className="space-y-3">
        <h2 id="own-roles" className="font-semibold">
          Custom roles
        </h2>
        <RoleList organization={organization} roles={custom} />
      </section>
    </div>
  )
}
