import { expect, test } from 'vitest'

import { listUrl } from './list-url'

test('only what is filled in stands in the address', () => {
  expect(listUrl('/acme/tasks', { search: ' ', status: [], assignee: undefined, cursor: null })).toBe(
    '/acme/tasks',
  )
  expect(listUrl('/acme/tasks', { search: 'a&b', status: ['todo', 'done'] })).toBe(
    '/acme/tasks?search=a%26b&status=todo&status=done',
  )
})
