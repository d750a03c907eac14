import { describe, expect, it } from 'vitest'
import { customRoleName, rolePermissions, roles, statements, type Authority } from './permissions'
import { holdsAll, mayActOn, mayChangeRole, mayGrantRole } from './role-rules'

const as = (role: string): Authority => ({ role, customRole: null })
const custom = (permissions: unknown): Authority => ({ role: customRoleName, customRole: { permissions } })

describe('mayGrantRole', () => {
  it.each([
    ['owner', 'owner admin editor viewer'],
    ['admin', 'editor viewer'],
    ['editor', 'viewer'],
    ['viewer', ''],
    ['emperor', ''],
    ['custom', ''],
    ['__proto__', ''],
  ])('%j grants: %s', (giver, expected) => {
    expect(roles.filter((role) => mayGrantRole(as(giver), as(role))).join(' ')).toBe(expected)
  })

  it.each([
    ['permissions that owners and admins have', { member: ['read', 'delete'] }, 'owner admin'],
    ['permissions that no longer exist', { spaceship: ['fly'] }, 'owner admin'],
    ['permissions that only owners have', { member: ['read'], organization: ['delete'] }, 'owner'],
    ['everything', statements, 'owner'],
  ])('a custom role with %s: %j → granted by %s', (_what, permissions, expected) => {
    expect(roles.filter((role) => mayGrantRole(as(role), custom(permissions))).join(' ')).toBe(expected)
  })

  it('a custom role grants the viewer role if it has all of its permissions, and no custom role', () => {
    const inviting = { invitation: ['create'] }
    expect(mayGrantRole(custom({ ...rolePermissions.viewer, ...inviting }), as('viewer'))).toBe(true)
    // Otherwise they could invite their own second account, which could see the members.
    expect(mayGrantRole(custom({ audit: ['read'], ...inviting }), as('viewer'))).toBe(false)
    for (const role of ['owner', 'admin', 'editor'])
      expect(mayGrantRole(custom(statements), as(role))).toBe(false)
    expect(mayGrantRole(custom(statements), custom({ member: ['read'] }))).toBe(false)
  })

  it.each(['', 'emperor', 'custom', 'Owner', 'constructor'])('no one grants the role %j', (unknown) => {
    for (const role of roles) expect(mayGrantRole(as(role), as(unknown))).toBe(false)
    expect(mayGrantRole(as(unknown), as(unknown))).toBe(false)
  })
})

describe('mayChangeRole', () => {
  const guard = { id: 'guard', permissions: { member: ['read'] } }
  const deputy = { id: 'deputy', permissions: { organization: ['delete'] } }
  const member = (role: string, customRole: typeof guard | typeof deputy | null = null) => ({
    role,
    customRole,
  })

  it.each(['owner', 'admin', 'editor', 'viewer', 'emperor'])(
    '%s: roles within their own permissions',
    (role) => {
      expect(mayChangeRole(member(role), guard)).toBe(role !== 'emperor')
      expect(mayChangeRole(member(role), deputy)).toBe(role === 'owner')
    },
  )

  it('not their own role, although it allows nothing they lack', () => {
    expect(mayChangeRole(member('custom', guard), guard)).toBe(false)
    expect(mayChangeRole(member('custom', guard), { ...guard, id: 'another' })).toBe(true)
    expect(mayChangeRole(member('custom', guard), deputy)).toBe(false)
  })
})

describe('holdsAll', () => {
  it('requires all of it', () => {
    expect(holdsAll(as('viewer'), {})).toBe(true)
    expect(holdsAll(as('viewer'), { member: ['read'] })).toBe(true)
    expect(holdsAll(as('viewer'), { member: ['read', 'delete'] })).toBe(false)
    expect(holdsAll(as('admin'), { member: ['read'], organization: ['transfer'] })).toBe(false)
  })
})

describe('mayActOn', () => {
  it.each([
    ['owner', 'admin editor viewer'],
    ['admin', 'editor viewer'],
    ['editor', 'viewer'],
    ['viewer', ''],
    ['emperor', ''],
    ['custom', ''],
  ])('%j acts on: %s', (actor, expected) => {
    expect(roles.filter((target) => mayActOn(as(actor), as(target))).join(' ')).toBe(expected)
  })

  it('a custom role ranks with editor, whatever it allows', () => {
    for (const role of [custom({}), custom(statements)]) {
      expect(roles.filter((target) => mayActOn(role, as(target)))).toEqual(['viewer'])
      expect(roles.filter((actor) => mayActOn(as(actor), role))).toEqual(['owner', 'admin'])
      expect(mayActOn(role, custom(statements))).toBe(false)
    }
  })

  it('known roles act on an unknown one, and it acts on none', () => {
    for (const role of roles) expect(mayActOn(as(role), as('emperor'))).toBe(true)
    expect(mayActOn(as('emperor'), as('emperor'))).toBe(false)
  })
})
