import type { Metadata } from 'next'

import { Icon } from '@/components/icon/icon'
import { PageHeader } from '@/components/page-header'
import { ButtonLink } from '@/components/ui/button-link'
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from '@/components/ui/card'
import { DeleteRoleForm } from '@/features/roles/components/delete-role-form'
import { RoleForm } from '@/features/roles/components/role-form'
import { loadRole } from '@/features/roles/loaders'
import { updateRoleSchema } from '@/features/roles/schema'
import { constraintsOf } from '@/lib/input/constraints'

export const metadata: Metadata = { title: 'Role' }

interface Props {
  params: Promise<{ organization: string; roleId: string }>
}

export default async function RolePage({ params }: Props) {
  const { organization, roleId } = await params
  const { role, choices } = await loadRole(organization, roleId)
  return (
    <div className="max-w-2xl space-y-5">
      <div>
        <ButtonLink href={`/${organization}/roles`} variant="ghost" size="sm" className="mb-1 -ml-3">
          <Icon name="chevron-left" />
          Roles
        </ButtonLink>
        <PageHeader title={role.name} description="Changes apply immediately to everyone with this role." />
      </div>
      {role.canUpdate ? (
        <Card>
          <CardContent>
            <RoleForm
              organization={organization}
              constraints={constraintsOf(updateRoleSchema)}
              choices={choices}
              canRead
              role={role}
            />
          </CardContent>
        </Card>
      ) : null}
      {role.canDelete ? (
        <Card>
          <CardHeader>
            <CardTitle>Delete role</CardTitle>
            <CardDescription>
              Before you delete this role, give its members and pending invitations another role.
            </CardDescription>
          </CardHeader>
          <CardContent>
            <DeleteRoleForm organization={organization} role={role} />
          </CardContent>
        </Card>
      ) : null}
    </div>
  )
}
