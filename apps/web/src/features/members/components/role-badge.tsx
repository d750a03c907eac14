import type { ComponentProps } from 'react'

import { isRole, type Role } from '@kit/auth/permissions/permissions'
import { Badge } from '@/components/ui/badge'
import { type HeldRole, roleName } from '@/lib/organization/role-name'

const variants: Record<Role, ComponentProps<typeof Badge>['variant']> = {
  owner: 'primary',
  admin: 'info',
  editor: 'neutral',
  viewer: 'outline',
}

export function RoleBadge(held: HeldRole) {
  return (
    <Badge variant={isRole(held.role) ? variants[held.role] : 'outline'}>
      <bdi>{roleName(held)}</bdi>
    </Badge>
  )
}
