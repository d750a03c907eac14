import { describe, expect, it } from 'vitest'
import {
  canModifyTask,
  hasMinRole,
  hasPermission,
  isRole,
  rolePermissions,
  roles,
  statements,
  type Permissions,
} from './permissions'

const strangers = [
  '',
  'Owner',
  'owner ',
  'owner,admin',
  'member',
  'super-admin',
  '__proto__',
  'constructor',
  'toString',
]

/** Reads what a caller without types may send. */
function parse(json: string): Permissions {
  return JSON.parse(json)
}

// Every pair of resource and verb, with the roles that have it. A permission without a row here fails the test below.
const matrix: Record<string, string> = {
  'organization.update': 'owner admin',
  'organization.delete': 'owner',
  'organization.transfer': 'owner',
  'member.read': 'owner admin editor viewer',
  'member.create': 'owner admin',
  'member.update': 'owner admin',
  'member.delete': 'owner admin',
  'invitation.create': 'owner admin',
  'invitation.cancel': 'owner admin',
  'task.read': 'owner admin editor viewer',
  'task.create': 'owner admin editor',
  'task.update': 'owner admin editor',
  'task.delete': 'owner admin editor',
  'audit.read': 'owner admin',
}

const pairs = Object.entries(statements).flatMap(([resource, verbs]) =>
  verbs.map((verb) => ({ resource, verb })),
)

describe('hasPermission', () => {
  it('has a decided row for every permission', () => {
    expect(pairs.map(({ resource, verb }) => `${resource}.${verb}`).toSorted()).toEqual(
      Object.keys(matrix).toSorted(),
    )
  })

  it.each(pairs)('$resource.$verb', ({ resource, verb }) => {
    const allowed = roles.filter((role) => hasPermission(role, { [resource]: [verb] }))
    expect(allowed.join(' ')).toBe(matrix[`${resource}.${verb}`])
  })

  it('wants all that is asked', () => {
    expect(hasPermission('admin', { organization: ['update'], task: ['delete'] })).toBe(true)
    expect(hasPermission('admin', { organization: ['update', 'delete'] })).toBe(false)
    expect(hasPermission('editor', { task: ['create'], invitation: ['create'] })).toBe(false)
  })

  it.each(strangers)('gives nothing to the role %j', (role) => {
    expect(pairs.filter(({ resource, verb }) => hasPermission(role, { [resource]: [verb] }))).toEqual([])
  })

  it.each([
    '{}',
    '{"task":[]}',
    '{"task":["read"],"member":[]}',
    '{"task":["fly"]}',
    '{"spaceship":["read"]}',
    '{"__proto__":["read"]}',
    '{"constructor":["name"]}',
    '{"task":["__proto__"]}',
  ])('refuses the owner %s', (json) => {
    expect(hasPermission('owner', parse(json))).toBe(false)
  })

  it('grants only what exists', () => {
    for (const permissions of Object.values(rolePermissions)) {
      for (const [resource, verbs] of Object.entries(permissions)) {
        expect(pairs).toEqual(expect.arrayContaining(verbs.map((verb) => ({ resource, verb }))))
      }
    }
  })
})

describe('hasMinRole', () => {
  it('orders the roles', () => {
    for (const [rank, role] of roles.entries()) {
      expect(roles.filter((min) => hasMinRole(role, min))).toEqual(roles.slice(rank))
    }
  })

  it.each(strangers)('puts the role %j below every other', (role) => {
    expect(roles.some((min) => hasMinRole(role, min))).toBe(false)
    expect(isRole(role)).toBe(false)
  })
})

describe('canModifyTask', () => {
  const others = { createdBy: 'other', assigneeId: null }
  const created = { createdBy: 'me', assigneeId: 'other' }
  const assigned = { createdBy: null, assigneeId: 'me' }

  it.each([
    ['owner', [true, true, true]],
    ['admin', [true, true, true]],
    ['editor', [false, true, true]],
    ['viewer', [false, false, false]],
    ...strangers.map((role): [string, boolean[]] => [role, [false, false, false]]),
  ])('%j: another’s, created, assigned → %j', (role, expected) => {
    const membership = { userId: 'me', role }
    expect([others, created, assigned].map((task) => canModifyTask(membership, task))).toEqual(expected)
  })
})
