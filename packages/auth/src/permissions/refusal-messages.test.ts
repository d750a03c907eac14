import { describe, expect, it } from 'vitest'
import { permissionEntries, resourceLabels } from './permission-labels'
import { hasPermission, roles, statements } from './permissions'
import { grantRefusal, permissionRefusal, roleRefusal } from './refusal-messages'

const viewer = { role: 'viewer', customRole: null }
const admin = { role: 'admin', customRole: null }

describe('permissionRefusal', () => {
  it.each([
    [viewer, { member: ['delete'] }, 'remove members', 'An owner or admin'],
    [viewer, { member: ['read', 'create'] }, 'add members', 'An owner or admin'],
    [
      viewer,
      { member: ['update'], role: ['create', 'update'] },
      'change the roles of members, make roles and change roles',
      'An owner or admin',
    ],
    [admin, { organization: ['transfer'] }, 'hand the organization over', 'An owner'],
    [admin, { organization: ['delete'] }, 'delete the organization', 'An owner'],
  ] as const)('%j for %j', (membership, permissions, what, who) => {
    expect(permissionRefusal(membership, permissions)).toBe(
      `This needs the permission to ${what}. ${who} of this organization can give it to you.`,
    )
  })

  it('always names somebody who has it, and never nobody', () => {
    for (const { permission } of permissionEntries) {
      const message = permissionRefusal({ role: 'emperor', customRole: null }, permission)
      const named = roles.filter((role) => new RegExp(`\\b(?:An|or) ${role}\\b`).test(message))
      expect(named).toContain('owner')
      for (const role of named) expect(hasPermission({ role, customRole: null }, permission)).toBe(true)
    }
  })
})

it('a refusal by rank names the rank and who can give it', () => {
  expect(roles.map(roleRefusal)).toEqual([
    'This needs the role of owner. An owner of this organization can give it to you.',
    'This needs the role of admin. An owner of this organization can give it to you.',
    'This needs the role of editor. An owner or admin of this organization can give it to you.',
    'This needs the role of viewer. An owner or admin of this organization can give it to you.',
  ])
})

it('a refusal to give names what the giver lacks, and nothing that somebody stored', () => {
  const stored = { organization: ['delete', '<script>'], member: ['read'], secret: ['x'] }
  expect(grantRefusal(admin, stored)).toBe(
    'You cannot give what you do not have: the permission to delete the organization.',
  )
})

it('every permission has a label of its own and a heading', () => {
  const pairs = Object.entries(statements).flatMap(([resource, verbs]) =>
    verbs.map((verb) => `${resource}.${verb}`),
  )
  expect(permissionEntries.map(({ name }) => name)).toEqual(pairs)
  expect(new Set(permissionEntries.map(({ label }) => label)).size).toBe(pairs.length)
  expect(Object.keys(resourceLabels)).toEqual(Object.keys(statements))
})
