import { expect, test } from 'vitest'

import { roles } from '@kit/auth/permissions/permissions'

import { homeOf, navigationFor, organizationPages } from './organization-pages'

const builtIn = (role: string) => ({ role, customRole: null })
const custom = (permissions: object) => ({ role: 'custom', customRole: { permissions } })
const pagesFor = (membership: Parameters<typeof navigationFor>[0]) =>
  navigationFor(membership).map(({ page }) => page)

test('everybody who has a role is led to the settings, where one can leave', () => {
  for (const membership of [...roles.map(builtIn), custom({}), custom({ member: ['read'] })])
    expect(pagesFor(membership)).toContain('settings')
  expect(pagesFor(builtIn('emperor'))).toEqual([])
})

test('an owner is led to every page that stands in for no other', () => {
  const entries = [...organizationPages].filter(([, { nav, standsInFor }]) => nav && !standsInFor)
  expect(pagesFor(builtIn('owner'))).toEqual(entries.map(([page]) => page))
})

test('each opens on a page that they may open', () => {
  for (const role of roles)
    expect(homeOf({ slug: 'acme', ...builtIn(role) })).toBe(`/acme/${pagesFor(builtIn(role))[0]}`)
  expect(homeOf({ slug: 'acme', ...custom({ audit: ['read'] }) })).toBe('/acme/activity')
  expect(homeOf({ slug: 'acme', ...custom({}) })).toBe('/acme/settings')
  expect(homeOf({ slug: 'acme', ...builtIn('emperor') })).toBe('/acme/settings')
})

test('what is reached from a page that one may not open stands in for it', () => {
  expect(pagesFor(custom({ invitation: ['create'], role: ['create'] }))).toEqual([
    'members/invitations',
    'roles/new',
    'settings',
  ])
})

test('a page stands in for one that there is', () => {
  const places = [...organizationPages.values()].flatMap(({ standsInFor }) => standsInFor ?? [])
  expect(places.filter((page) => !organizationPages.has(page))).toEqual([])
})
