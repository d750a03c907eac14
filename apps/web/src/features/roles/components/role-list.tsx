import { Icon } from '@/components/icon/icon'
import { Link } from '@/components/link'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'

import type { RoleDto } from '../loaders'

/** Custom roles, linked where the user can edit them. */
export function RoleList({ organization, roles }: { organization: string; roles: RoleDto[] }) {
  if (roles.length === 0) {
    return (
      <Card>
        <EmptyState icon="key-round" title="No custom roles yet" className="py-10">
          Every organization has the owner, admin, editor, and viewer roles.
        </EmptyState>
      </Card>
    )
  }
  return (
    <Card className="overflow-hidden">
      <ul className="divide-y">
        {roles.map((role) => (
          <li key={role.id}>
            {role.canUpdate || role.canDelete ? (
              <Link
                href={`/${organization}/roles/${role.id}`}
                className="flex min-h-14 items-center gap-3 px-4 py-2.5 hover:bg-accent/60 focus-visible:-outline-offset-2"
              >
                <Summary role={role} />
                <Icon name="chevron-right" className="text-muted-foreground" />
              </Link>
            ) : (
              <div className="flex min-h-14 items-center px-4 py-2.5">
                <Summary role={role} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Summary({ role: { name, permissions, members } }: { role: RoleDto }) {
  return (
    <span className="min-w-0 flex-1">
      <bdi className="block font-medium wrap-anywhere">{name}</bdi>
      <span className="block text-xs text-muted-foreground">
        {permissions.length} {permissions.length === 1 ? 'permission' : 'permissions'},{' '}
        {members === 0 ? 'no members' : `${members} ${members === 1 ? 'member' : 'members'}`}
      </span>
    </span>
  )
}
