import { describe, expect, it } from 'vitest'
import {
  canModifyTask,
  customRoleName,
  grantablePermissions,
  hasMinRole,
  hasPermission,
  isRole,
  parsePermissions,
  permissionsOf,
  rankOf,
  rolePermissions,
  roles,
  statements,
  type Authority,
  type Permissions,
} from './permissions'

const strangers = [
  '',
  'Owner',
  'owner ',
  'owner,admin',
  'member',
  'super-admin',
  // Without the row that says what it may do.
  'custom',
  '__proto__',
  'constructor',
  'toString',
]

const as = (role: string): Authority => ({ role, customRole: null })
const custom = (permissions: unknown): Authority => ({ role: customRoleName, customRole: { permissions } })

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
  'role.create': 'owner admin',
  'role.update': 'owner admin',
  'role.delete': 'owner admin',
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
    const allowed = roles.filter((role) => hasPermission(as(role), { [resource]: [verb] }))
    expect(allowed.join(' ')).toBe(matrix[`${resource}.${verb}`])
  })

  it('wants all that is asked', () => {
    expect(hasPermission(as('admin'), { organization: ['update'], task: ['delete'] })).toBe(true)
    expect(hasPermission(as('admin'), { organization: ['update', 'delete'] })).toBe(false)
    expect(hasPermission(as('editor'), { task: ['create'], invitation: ['create'] })).toBe(false)
  })

  it.each(strangers)('gives nothing to the role %j', (role) => {
    expect(pairs.filter(({ resource, verb }) => hasPermission(as(role), { [resource]: [verb] }))).toEqual([])
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
    expect(hasPermission(as('owner'), parse(json))).toBe(false)
  })

  it('grants only what exists', () => {
    for (const permissions of Object.values(rolePermissions)) {
      for (const [resource, verbs] of Object.entries(permissions)) {
        expect(pairs).toEqual(expect.arrayContaining(verbs.map((verb) => ({ resource, verb }))))
      }
    }
  })
})

const grantable = pairs.filter(({ resource, verb }) => `${resource}.${verb}` !== 'organization.transfer')

describe('a custom role', () => {
  it('never hands the organization over, whatever is stored', () => {
    expect(hasPermission(custom(statements), { organization: ['transfer'] })).toBe(false)
    expect(parsePermissions({ organization: ['transfer'] })).toEqual({})
    expect(parsePermissions(statements)).toEqual(grantablePermissions)
  })

  it.each(grantable)('with $resource.$verb alone has that and nothing else', ({ resource, verb }) => {
    const allowed = pairs.filter((pair) =>
      hasPermission(custom({ [resource]: [verb] }), { [pair.resource]: [pair.verb] }),
    )
    expect(allowed).toEqual([{ resource, verb }])
  })

  it.each(grantable)('with everything but $resource.$verb has everything but that', ({ resource, verb }) => {
    const all = Object.entries(statements).map(([name, verbs]): [string, string[]] => [name, [...verbs]])
    const rest = Object.fromEntries(
      all.map(([name, verbs]) => [name, verbs.filter((other) => name !== resource || other !== verb)]),
    )
    const refused = grantable.filter((pair) => !hasPermission(custom(rest), { [pair.resource]: [pair.verb] }))
    expect(refused).toEqual([{ resource, verb }])
  })

  it.each([
    'null',
    '7',
    '"task"',
    '[]',
    '["task"]',
    '[["task",["read"]]]',
    '{}',
    '{"task":null}',
    '{"task":"read"}',
    '{"task":{"0":"read","length":1}}',
    '{"task":[["read"]]}',
    '{"task":["READ","read ","re","*"]}',
    '{"*":["*"],"Task":["read"],"task ":["read"]}',
    '{"__proto__":{"task":["read"]}}',
    '{"constructor":{"prototype":{"task":["read"]}}}',
    '{"toString":["read"],"length":["read"]}',
  ])('grants nothing by %s', (json) => {
    const membership = custom(JSON.parse(json))
    expect(permissionsOf(membership)).toEqual({})
    expect(pairs.filter(({ resource, verb }) => hasPermission(membership, { [resource]: [verb] }))).toEqual(
      [],
    )
  })

  it('grants what exists and leaves out what does not, or stands there twice', () => {
    const stored = { spaceship: ['fly'], task: ['read', 'fly', 'read', null], member: [] }
    expect(parsePermissions(stored)).toEqual({ task: ['read'] })
    expect(hasPermission(custom(stored), parse('{"task":["fly"]}'))).toBe(false)
    expect(hasPermission(custom(stored), parse('{"spaceship":["fly"]}'))).toBe(false)
  })

  it.each(roles)('beside the role %s changes nothing of it', (role) => {
    const membership = { role, customRole: { permissions: statements } }
    expect(permissionsOf(membership)).toEqual(rolePermissions[role])
    expect(rankOf(membership)).toBe(roles.indexOf(role))
  })

  it('belongs to no name but its own', () => {
    for (const role of strangers.filter((name) => name !== customRoleName)) {
      const membership = { role, customRole: { permissions: statements } }
      expect([permissionsOf(membership), rankOf(membership)]).toEqual([{}, Infinity])
    }
  })

  it('ranks with the editor, whatever it grants', () => {
    for (const membership of [custom({}), custom(statements)]) {
      expect(roles.filter((min) => hasMinRole(membership, min))).toEqual(['editor', 'viewer'])
    }
  })
})

describe('hasMinRole', () => {
  it('orders the roles', () => {
    for (const [rank, role] of roles.entries()) {
      expect(roles.filter((min) => hasMinRole(as(role), min))).toEqual(roles.slice(rank))
    }
  })

  it.each(strangers)('puts the role %j below every other', (role) => {
    expect(roles.some((min) => hasMinRole(as(role), min))).toBe(false)
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
    const membership = { userId: 'me', ...as(role) }
    expect([others, created, assigned].map((task) => canModifyTask(membership, task))).toEqual(expected)
  })

  it('holds a custom role to what an editor may, all permissions or none', () => {
    for (const membership of [custom({ task: ['update'] }), custom(statements)]) {
      const reached = [others, created, assigned].map((task) =>
        canModifyTask({ userId: 'me', ...membership }, task),
      )
      expect(reached).toEqual([false, true, true])
    }
  })
})
