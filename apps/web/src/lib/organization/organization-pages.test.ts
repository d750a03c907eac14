import { expect, test } from 'vitest'

import { roles } from '@kit/auth/permissions/permissions'

import { homeOf, mayOpen, pageOf, pagesFor } from './organization-pages'

const builtIn = (role: string) => ({ role, customRole: null })
const custom = (permissions: object) => ({ role: 'custom', customRole: { permissions } })

test('everybody who has a role is led to the settings, where one can leave', () => {
  for (const membership of [...roles.map(builtIn), custom({}), custom({ task: ['read'] })])
    expect(pagesFor(membership)).toContain('settings')
  expect(pagesFor(builtIn('emperor'))).toEqual([])
})

test('nobody is led to a page that they may not open, and each opens on one that they may', () => {
  for (const membership of [custom({}), custom({ audit: ['read'] }), ...roles.map(builtIn)]) {
    for (const page of pagesFor(membership)) expect(mayOpen(membership, page)).toBe(true)
  }
  expect(homeOf({ slug: 'acme', ...builtIn('viewer') })).toBe('/acme/tasks')
  expect(homeOf({ slug: 'acme', ...custom({ audit: ['read'] }) })).toBe('/acme/activity')
  expect(homeOf({ slug: 'acme', ...custom({}) })).toBe('/acme/settings')
})

test('what is reached from a page that one may not open stands in for it', () => {
  expect(pagesFor(custom({ invitation: ['create'], role: ['create'], task: ['create'] }))).toEqual([
    'tasks/new',
    'members/invitations',
    'roles/new',
    'settings',
  ])
})

test('an address is of the page that it names most exactly', () => {
  expect(pageOf('/acme/roles')).toBe('roles')
  expect(pageOf('/acme/roles/new')).toBe('roles/new')
  expect(pageOf('/acme/roles/28205a11')).toBe('roles/[id]')
  expect(pageOf('/acme/members/invitations')).toBe('members/invitations')
  expect(pageOf('/acme/nothing')).toBeUndefined()
  expect(pageOf('/acme/constructor')).toBeUndefined()
  expect(pageOf('/acme')).toBeUndefined()
})
