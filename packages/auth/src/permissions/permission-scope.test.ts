import { expect, it } from 'vitest'
import { permissionEntries } from './permission-labels'
import { customRoleName, hasPermission, roles, statements } from './permissions'
import { permissionScopeOf } from './permission-scope'

const memberships = [
  ...roles.map((role) => ({ role, customRole: null })),
  { role: 'emperor', customRole: null },
  { role: customRoleName, customRole: { permissions: statements } },
  { role: customRoleName, customRole: { permissions: { member: ['read'] } } },
]

it.each(memberships)('matches the decision: $role', (membership) => {
  const shown = permissionEntries.filter((entry) => permissionScopeOf(membership, entry) !== 'none')
  const allowed = permissionEntries.filter(({ permission }) => hasPermission(membership, permission))
  expect(shown).toEqual(allowed)
})

it('covers own rows for editors and custom roles, and all rows for admins', () => {
  const entry = { own: true, permission: { member: ['read'] } } as const
  expect(memberships.map((membership) => permissionScopeOf(membership, entry))).toEqual([
    'all',
    'all',
    'own',
    'own',
    'none',
    'own',
    'own',
  ])
})
