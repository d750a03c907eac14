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

// What a refused member is told: what is missing, in the words of the table, and who can give it. It names roles and
// permissions, which every member may read on the page of roles; it names nobody and nothing else.

/** Why a membership is not enough for what needs all of these permissions. */
export function permissionRefusal(membership: Authority, permissions: Permissions): string {
  const missing = entriesOf(permissions).filter(({ permission }) => !hasPermission(membership, permission))
  const labels = joined(
    missing.map((entry) => entry.label),
    'and',
  )
  return `This needs the permission to ${labels}. ${giversOf((giver) => hasPermission(giver, permissions))}`
}

/** Why a membership is not enough for what needs this role or a higher one. */
export function roleRefusal(min: Role): string {
  return `This needs the role of ${min}. ${giversOf((giver) => mayGrantRole(giver, { role: min, customRole: null }))}`
}

/** Why a member cannot make, or give to others, what holds these permissions. */
export function grantRefusal(membership: Authority, permissions: unknown): string {
  const beyond = entriesOf(parsePermissions(permissions)).filter(
    ({ permission }) => !hasPermission(membership, permission),
  )
  return `You cannot give what you do not have: the permission to ${joined(
    beyond.map((entry) => entry.label),
    'and',
  )}.`
}

/** Whoever has it to give, and may change the roles of members at all. */
function giversOf(has: (giver: Authority) => boolean): string {
  const givers = roles.filter((role) => {
    const giver = { role, customRole: null }
    return has(giver) && hasPermission(giver, { member: ['update'] })
  })
  return `An ${joined(givers, 'or')} of this organization can give it to you.`
}

function joined(words: readonly string[], last: 'and' | 'or'): string {
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}` : words.join('')
}
