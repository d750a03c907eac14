import { expect, test } from 'vitest'

import { callbackPath } from './callback-path'

const evil = ['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)']

test.each(evil)('never leads to %s', (next) => {
  expect(callbackPath({ kind: 'signed-in', isNew: false, next })).toBe('/organizations/open')
  expect(callbackPath({ kind: 'signed-in', isNew: true, next })).toBe('/organizations/new')
  expect(callbackPath({ kind: 'code-pending', next })).toBe('/sign-in/code')
  expect(callbackPath({ kind: 'confirmed', next })).toBe('/account/security')
})

test('leads where the person wanted to go', () => {
  const next = '/acme/members?search=ann'
  expect(callbackPath({ kind: 'signed-in', isNew: true, next })).toBe(next)
  expect(callbackPath({ kind: 'code-pending', next })).toBe(`/sign-in/code?next=${encodeURIComponent(next)}`)
  expect(callbackPath({ kind: 'confirmed', next })).toBe(next)
})

test('leads back to where it began after a problem', () => {
  const of = (purpose: 'sign-in' | 'link' | 'confirm') =>
    callbackPath({ kind: 'problem', problem: 'cancelled', purpose })
  expect(of('sign-in')).toBe('/sign-in?problem=cancelled')
  expect(of('link')).toBe('/account/security?problem=cancelled')
  expect(of('confirm')).toBe('/account/security/confirm?problem=cancelled')
})
