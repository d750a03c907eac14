import { isRole, type Role } from '@kit/auth/permissions/permissions'

const names: Record<Role, string> = { owner: 'Owner', admin: 'Admin', editor: 'Editor', viewer: 'Viewer' }

export interface HeldRole {
  role: string
  /** The organization's own role, for who holds one. */
  customRole: { name: string } | null
}

/** A role as people read it; one that is not known is shown as it is stored. */
export function roleName({ role, customRole }: HeldRole): string {
  return isRole(role) ? names[role] : (customRole?.name ?? role)
}
