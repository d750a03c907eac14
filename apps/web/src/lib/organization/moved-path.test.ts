import { expect, test } from 'vitest'

import { movedPath } from './moved-path'

test.each([
  ['/old', '/current'],
  ['/old/', '/current/'],
  ['/old/members', '/current/members'],
  ['/old/members/1?sort=oldest&search=%2F', '/current/members/1?sort=oldest&search=%2F'],
  ['/old?x=//evil.example', '/current?x=//evil.example'],
  ['/old//evil.example', '/current//evil.example'],
  ['/older/members', '/current'],
  ['/old.evil.example', '/current'],
  ['/old@evil.example', '/current'],
  ['//old/members', '/current'],
  ['https://evil.example/old', '/current'],
  ['', '/current'],
  [null, '/current'],
])('%j redirects to %s', (path, target) => {
  expect(movedPath(path, 'old', 'current')).toBe(target)
})
