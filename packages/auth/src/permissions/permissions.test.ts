import { describe, expect, it } from 'vitest'
import {
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
  // Without the row that holds its permissions.
  'custom',
  '__proto__',
  'constructor',
  'toString',
]

const as = (role: string): Authority => ({ role, customRole: null })
const custom = (permissions: unknown): Authority => ({ role: customRoleName, customRole: { permissions } })

/** Parses JSON that a caller who ignores the types can send. */
function parse(json: string): Permissions {
  return JSON.parse(json)
}

// The organization's own permissions and the roles that have them. Each domain's attacks cover its own.
const matrix: Record<string, string> = {
  'organization.update': 'owner admin',
  'organization.delete': 'owner',
  'organization.transfer': 'owner',
  'organization.requireTwoFactor': 'owner',
  'member.read': 'owner admin editor viewer',
  'member.create': 'owner admin',
  'member.update': 'owner admin',
  'member.delete': 'owner admin',
  'invitation.create': 'owner admin',
  'invitation.cancel': 'owner admin',
  'role.create': 'owner admin',
  'role.update': 'owner admin',
  'role.delete': 'owner admin',
  'audit.read': 'owner admin',
}

const pairs = Object.entries(statements).flatMap(([resource, verbs]) =>
  verbs.map((verb) => ({ resource, verb })),
)

describe('hasPermission', () => {
  it('has a row for every permission of a resource listed here', () => {
    const decided = new Set(Object.keys(matrix).map((name) => name.split('.')[0]))
    expect(
      pairs
        .filter(({ resource }) => decided.has(resource))
        .map(({ resource, verb }) => `${resource}.${verb}`)
        .toSorted(),
    ).toEqual(Object.keys(matrix).toSorted())
  })

  it.each(Object.entries(matrix))('%s: %s', (name, expected) => {
    const [resource = '', verb] = name.split('.')
    expect(roles.filter((role) => hasPermission(as(role), { [resource]: [verb] })).join(' ')).toBe(expected)
  })

  it.each(pairs)('allows $resource.$verb to every role above one that has it', ({ resource, verb }) => {
    const allowed = roles.filter((role) => hasPermission(as(role), { [resource]: [verb] }))
    expect(allowed).toContain('owner')
    expect(allowed).toEqual(roles.slice(0, allowed.length))
  })

  it('requires all given permissions', () => {
    expect(hasPermission(as('admin'), { organization: ['update'], member: ['delete'] })).toBe(true)
    expect(hasPermission(as('admin'), { organization: ['update', 'delete'] })).toBe(false)
    expect(hasPermission(as('editor'), { member: ['read'], invitation: ['create'] })).toBe(false)
  })

  it.each(strangers)('grants nothing to the role %j', (role) => {
    expect(pairs.filter(({ resource, verb }) => hasPermission(as(role), { [resource]: [verb] }))).toEqual([])
  })

  it.each([
    '{}',
    '{"member":[]}',
    '{"member":["read"],"role":[]}',
    '{"member":["fly"]}',
    '{"spaceship":["read"]}',
    '{"__proto__":["read"]}',
    '{"constructor":["name"]}',
    '{"member":["__proto__"]}',
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

/** Permissions on the organization that no custom role can have. */
const ownerOnly = ['transfer', 'requireTwoFactor']

const grantable = pairs.filter(
  ({ resource, verb }) => resource !== 'organization' || !ownerOnly.includes(verb),
)

describe('a custom role', () => {
  it.each(ownerOnly)('never grants organization.%s, whatever is stored', (verb) => {
    expect(hasPermission(custom(statements), parse(`{"organization":["${verb}"]}`))).toBe(false)
    expect(parsePermissions({ organization: [verb] })).toEqual({})
    expect(parsePermissions(statements)).toEqual(grantablePermissions)
  })

  it.each(grantable)('with only $resource.$verb grants exactly that', ({ resource, verb }) => {
    const allowed = pairs.filter((pair) =>
      hasPermission(custom({ [resource]: [verb] }), { [pair.resource]: [pair.verb] }),
    )
    expect(allowed).toEqual([{ resource, verb }])
  })

  it.each(grantable)('without $resource.$verb grants everything else', ({ resource, verb }) => {
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
    '"member"',
    '[]',
    '["member"]',
    '[["member",["read"]]]',
    '{}',
    '{"member":null}',
    '{"member":"read"}',
    '{"member":{"0":"read","length":1}}',
    '{"member":[["read"]]}',
    '{"member":["READ","read ","re","*"]}',
    '{"*":["*"],"Member":["read"],"member ":["read"]}',
    '{"__proto__":{"member":["read"]}}',
    '{"constructor":{"prototype":{"member":["read"]}}}',
    '{"toString":["read"],"length":["read"]}',
  ])('grants nothing from %s', (json) => {
    const membership = custom(JSON.parse(json))
    expect(permissionsOf(membership)).toEqual({})
    expect(pairs.filter(({ resource, verb }) => hasPermission(membership, { [resource]: [verb] }))).toEqual(
      [],
    )
  })

  it('grants known permissions once and ignores the rest', () => {
    const stored = { spaceship: ['fly'], member: ['read', 'fly', 'read', null], role: [] }
    expect(parsePermissions(stored)).toEqual({ member: ['read'] })
    expect(hasPermission(custom(stored), parse('{"member":["fly"]}'))).toBe(false)
    expect(hasPermission(custom(stored), parse('{"spaceship":["fly"]}'))).toBe(false)
  })

  it.each(roles)('next to the role %s changes nothing', (role) => {
    const membership = { role, customRole: { permissions: statements } }
    expect(permissionsOf(membership)).toEqual(rolePermissions[role])
    expect(rankOf(membership)).toBe(roles.indexOf(role))
  })

  it('applies only to the role `custom`', () => {
    for (const role of strangers.filter((name) => name !== customRoleName)) {
      const membership = { role, customRole: { permissions: statements } }
      expect([permissionsOf(membership), rankOf(membership)]).toEqual([{}, Infinity])
    }
  })

  it('ranks with editor, whatever it grants', () => {
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

  it.each(strangers)('ranks the role %j below every other', (role) => {
    expect(roles.some((min) => hasMinRole(as(role), min))).toBe(false)
    expect(isRole(role)).toBe(false)
  })
})

describe('a membership in a closed organization', () => {
  it.each(roles)('%s keeps the permissions to read and no other', (role) => {
    const closed: Authority = { ...as(role), readOnly: true }
    for (const [resource, verbs] of Object.entries(statements))
      for (const verb of verbs) {
        const permission = { [resource]: [verb] }
        expect(hasPermission(closed, permission)).toBe(verb === 'read' && hasPermission(as(role), permission))
      }
  })

  it('applies to custom roles', () => {
    const closed: Authority = { ...custom({ member: ['read', 'update'] }), readOnly: true }
    expect(permissionsOf(closed)).toEqual({ member: ['read'] })
  })
})
