import { expect, test } from 'vitest'

import { listUrl } from './list-url'

test('leaves out empty filters', () => {
  expect(listUrl('/acme/members', { search: ' ', status: [], assignee: undefined, cursor: null })).toBe(
    '/acme/members',
  )
  expect(listUrl('/acme/members', { search: 'a&b', status: ['todo', 'done'] })).toBe(
    '/acme/members?search=a%26b&status=todo&status=done',
  )
})
