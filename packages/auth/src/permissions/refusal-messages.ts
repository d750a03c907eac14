import { entriesOf } from './permission-labels'
import {
  type Authority,
  hasPermission,
  parsePermissions,
  type Permissions,
  type Role,
  roles,
} from './permissions'
import { mayGrantRole } from './role-rules'

// These messages name roles and permissions only, which every member can see on the roles page.

/** Says which of these permissions the member lacks, and who can grant them. */
export function permissionRefusal(membership: Authority, permissions: Permissions): string {
  const missing = entriesOf(permissions).filter(({ permission }) => !hasPermission(membership, permission))
  const labels = joined(
    missing.map((entry) => entry.label),
    'and',
  )
  return `You don't have permission to ${labels}. ${askWhoCanGrant((granter) => hasPermission(granter, permissions))}`
}

/** Says that this role or a higher one is needed, and who can grant it. */
export function roleRefusal(min: Role): string {
  return `You need the ${min} role. ${askWhoCanGrant((granter) => mayGrantRole(granter, { role: min, customRole: null }))}`
}

/** Says which of these permissions the member can't grant, because they don't have them. */
export function grantRefusal(membership: Authority, permissions: unknown): string {
  const beyond = entriesOf(parsePermissions(permissions)).filter(
    ({ permission }) => !hasPermission(membership, permission),
  )
  return `You can't grant permissions that you don't have: ${joined(
    beyond.map((entry) => entry.label),
    'and',
  )}.`
}

/** Returns the sentence that names the roles that have it and may change members' roles. */
function askWhoCanGrant(has: (granter: Authority) => boolean): string {
  const granters = roles.filter((role) => {
    const granter = { role, customRole: null }
    return has(granter) && hasPermission(granter, { member: ['update'] })
  })
  return `Ask an ${joined(granters, 'or')} of this organization.`
}

function joined(names: readonly string[], last: 'and' | 'or'): string {
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1)}` : names.join('')
}
