import { describe, expect, it } from 'vitest'
import { permissionEntries, resourceLabels } from './permission-labels'
import { hasPermission, roles, statements } from './permissions'
import { grantRefusal, permissionRefusal, roleRefusal } from './refusal-messages'

const viewer = { role: 'viewer', customRole: null }
const admin = { role: 'admin', customRole: null }

describe('permissionRefusal', () => {
  it.each([
    [viewer, { member: ['delete'] }, 'remove members', 'an owner or admin'],
    [viewer, { member: ['read', 'create'] }, 'add members', 'an owner or admin'],
    [
      viewer,
      { member: ['update'], role: ['create', 'update'] },
      'change the roles of members, create roles and change roles',
      'an owner or admin',
    ],
    [admin, { organization: ['transfer'] }, 'transfer ownership', 'an owner'],
    [admin, { organization: ['delete'] }, 'delete the organization', 'an owner'],
  ] as const)('%j for %j', (membership, permissions, what, who) => {
    expect(permissionRefusal(membership, permissions)).toBe(
      `You don't have permission to ${what}. Ask ${who} of this organization.`,
    )
  })

  it('always names a role that has it', () => {
    for (const { permission } of permissionEntries) {
      const message = permissionRefusal({ role: 'emperor', customRole: null }, permission)
      const named = roles.filter((role) => new RegExp(`\\b(?:an|or) ${role}\\b`).test(message))
      expect(named).toContain('owner')
      for (const role of named) expect(hasPermission({ role, customRole: null }, permission)).toBe(true)
    }
  })
})

it('a refusal by rank names the role and who can grant it', () => {
  expect(roles.map(roleRefusal)).toEqual([
    'You need the owner role. Ask an owner of this organization.',
    'You need the admin role. Ask an owner of this organization.',
    'You need the editor role. Ask an owner or admin of this organization.',
    'You need the viewer role. Ask an owner or admin of this organization.',
  ])
})

it('a refusal to grant names what the caller lacks, and no unknown permission', () => {
  const stored = { organization: ['delete', '<script>'], member: ['read'], secret: ['x'] }
  expect(grantRefusal(admin, stored)).toBe(
    "You can't grant permissions that you don't have: delete the organization.",
  )
})

it('every permission has a unique label and a heading', () => {
  const pairs = Object.entries(statements).flatMap(([resource, verbs]) =>
    verbs.map((verb) => `${resource}.${verb}`),
  )
  expect(permissionEntries.map(({ name }) => name)).toEqual(pairs)
  expect(new Set(permissionEntries.map(({ label }) => label)).size).toBe(pairs.length)
  expect(Object.keys(resourceLabels)).toEqual(Object.keys(statements))
})
