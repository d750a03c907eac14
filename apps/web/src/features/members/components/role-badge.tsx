import { isRole, type Role } from '@kit/auth/permissions'
import { Badge } from '@/components/ui/badge'

const looks: Record<Role, { label: string; variant: 'primary' | 'info' | 'neutral' | 'outline' }> = {
  owner: { label: 'Owner', variant: 'primary' },
  admin: { label: 'Admin', variant: 'info' },
  editor: { label: 'Editor', variant: 'neutral' },
  viewer: { label: 'Viewer', variant: 'outline' },
}

/** A role in words; one that is not known is shown as it is stored. */
export function RoleBadge({ role }: { role: string }) {
  const { label, variant } = isRole(role) ? looks[role] : { label: role, variant: 'outline' as const }
  return <Badge variant={variant}>{label}</Badge>
}
