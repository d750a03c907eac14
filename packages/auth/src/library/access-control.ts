import { createAccessControl } from 'better-auth/plugins/access'
import { rolePermissions, roles, statements } from '../permissions/permissions'

/** The table of permissions in the form that Better Auth's organization plugin reads. */
export const accessControl = createAccessControl(statements)

/** Given as a whole: the library would otherwise fall back to roles of its own. */
export const organizationRoles = Object.fromEntries(
  roles.map((role) => [role, accessControl.newRole(rolePermissions[role])]),
)
