import { expect, test } from 'vitest'

import { codePath } from './code-path'

test('keeps a path inside the app', () => {
  const target = '/acme/members?search=ann'
  expect(codePath(target)).toBe(`/sign-in/code?next=${encodeURIComponent(target)}`)
  expect(codePath(target, { backup: true })).toBe(`/sign-in/code?next=${encodeURIComponent(target)}&backup=`)
})

test.each([undefined, '', '//evil.example', 'https://evil.example'])('drops %j', (next) => {
  expect(codePath(next)).toBe('/sign-in/code')
})
