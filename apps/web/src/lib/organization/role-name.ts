import { isRole, type Role } from '@kit/auth/permissions/permissions'

const names: Record<Role, string> = { owner: 'Owner', admin: 'Admin', editor: 'Editor', viewer: 'Viewer' }

export interface HeldRole {
  role: string
  /** The member's custom role, if any. */
  customRole: { name: string } | null
}

/** The display name of a role. Unknown roles show their stored value. */
export function roleName({ role, customRole }: HeldRole): string {
  return isRole(role) ? names[role] : (customRole?.name ?? role)
}
