import { expect, it } from 'vitest'
import { hasInstallationPermission, installationRoleOf } from './installation'

it.each([
  ['super-admin', true, true, true],
  ['support', true, true, false],
  ['user', false, false, false],
  ['owner', false, false, false],
  ['support,super-admin', false, false, false],
  ['__proto__', false, false, false],
  ['', false, false, false],
])(
  '%s: reads people and organizations %s, reads activity %s, decides %s',
  (role, people, activity, decides) => {
    expect(hasInstallationPermission(role, 'person.read')).toBe(people)
    expect(hasInstallationPermission(role, 'organization.read')).toBe(people)
    expect(hasInstallationPermission(role, 'activity.read')).toBe(activity)
    expect(hasInstallationPermission(role, 'person.decide')).toBe(decides)
    expect(hasInstallationPermission(role, 'organization.decide')).toBe(decides)
    expect(hasInstallationPermission(role, 'installation.change')).toBe(decides)
  },
)

it.each(['constructor', '__proto__', 'person', 'person.*', ''])('refuses the permission %j', (name) => {
  // @ts-expect-error -- what a caller who ignores the types can pass
  expect(hasInstallationPermission('super-admin', name)).toBe(false)
})

it.each([
  'user',
  'Super-Admin',
  'super-admin ',
  'user,super-admin',
  '["support"]',
  'admin',
  '',
  null,
  undefined,
  {},
])('reads the stored role %j as user', (stored) => {
  expect(installationRoleOf(stored)).toBe('user')
})
