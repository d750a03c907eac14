import { expect, test } from 'vitest'

import { pageOf } from './page-of'

const pages = ['members', 'members/invitations', 'roles', 'roles/new', 'roles/[id]']

test.each([
  ['/acme/roles', 'roles'],
  ['/acme/roles/new', 'roles/new'],
  ['/acme/roles/28205a11', 'roles/[id]'],
  ['/acme/members/invitations', 'members/invitations'],
  ['/acme/members/28205a11', 'members'],
  ['/acme/nothing', undefined],
  ['/acme/constructor', undefined],
  ['/acme', undefined],
])('%s belongs to the page %s', (pathname, page) => {
  expect(pageOf(pathname, pages)).toBe(page)
})
