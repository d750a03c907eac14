import { expect, test } from 'vitest'

import { everythingRemoved, removedWords } from './removed-units'

test('what goes is counted in words, one and several', () => {
  expect(removedWords({ member: 1, invitation: 0 })).toBe('1 membership and 0 invitations')
})

test('a count that no domain declares is not told', () => {
  expect(removedWords({ member: 2, constructor: 5 })).toBe('2 memberships')
})

test('the warning names everything that is counted', () => {
  expect(everythingRemoved).toMatch(/^every .*membership,? and invitation$/)
})
