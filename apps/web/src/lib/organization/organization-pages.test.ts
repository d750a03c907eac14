import { expect, test } from 'vitest'

import { roles } from '@kit/auth/permissions/permissions'

import { homeOf, navigationFor, organizationPages } from './organization-pages'

const builtIn = (role: string) => ({ role, customRole: null })
const custom = (permissions: object) => ({ role: 'custom', customRole: { permissions } })
const pagesFor = (membership: Parameters<typeof navigationFor>[0]) =>
  navigationFor(membership).map(({ page }) => page)

test('every known role can open the settings', () => {
  for (const membership of [...roles.map(builtIn), custom({}), custom({ member: ['read'] })])
    expect(pagesFor(membership)).toContain('settings')
  expect(pagesFor(builtIn('emperor'))).toEqual([])
})

test('an owner sees every page in the navigation', () => {
  const entries = [...organizationPages].filter(([, { nav, fallbackFor }]) => nav && !fallbackFor)
  expect(pagesFor(builtIn('owner'))).toEqual(entries.map(([page]) => page))
})

test('an organization opens on a page the member can open', () => {
  for (const role of roles)
    expect(homeOf({ slug: 'acme', ...builtIn(role) })).toBe(`/acme/${pagesFor(builtIn(role))[0]}`)
  expect(homeOf({ slug: 'acme', ...custom({ audit: ['read'] }) })).toBe('/acme/activity')
  expect(homeOf({ slug: 'acme', ...custom({}) })).toBe('/acme/settings')
  expect(homeOf({ slug: 'acme', ...builtIn('emperor') })).toBe('/acme/settings')
})

test('a subpage replaces a page the member cannot open', () => {
  expect(pagesFor(custom({ invitation: ['create'], role: ['create'] }))).toEqual([
    'members/invitations',
    'roles/new',
    'settings',
  ])
})

test('every replaced page exists', () => {
  const places = [...organizationPages.values()].flatMap(({ fallbackFor }) => fallbackFor ?? [])
  expect(places.filter((page) => !organizationPages.has(page))).toEqual([])
})
