import { expect, test } from 'vitest'

import { everythingRemoved, describeRemoved } from './removed-units'

test('counts use singular and plural', () => {
  expect(describeRemoved({ member: 1, invitation: 0 })).toBe('1 membership and 0 invitations')
})

test('undeclared counts are left out', () => {
  expect(describeRemoved({ member: 2, constructor: 5 })).toBe('2 memberships')
})

test('the warning lists everything that is deleted', () => {
  expect(everythingRemoved).toMatch(/^every .*membership,? and invitation$/)
})
