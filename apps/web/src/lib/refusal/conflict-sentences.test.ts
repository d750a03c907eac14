import { expect, test } from 'vitest'

import { conflictCodes } from '@kit/db/connection/conflict-error'

import { conflictSentence } from './conflict-sentences'

test.each([
  [
    'ROLE_IN_USE',
    { members: 0, invitations: 1 },
    'in use by 1 pending invitation. Give them another role first.',
  ],
  ['ROLE_IN_USE', { members: 1, invitations: 2 }, 'in use by 1 member and 2 pending invitations.'],
  ['ROLE_IN_USE', undefined, 'Someone was just given this role.'],
  ['LAST_OWNER_OF', { name: 'Acme', others: 0 }, '“Acme”. Transfer or delete it first.'],
  [
    'LAST_OWNER_OF',
    { name: 'Acme', others: 1 },
    '“Acme” and one more organization. Transfer or delete them first.',
  ],
  ['TOO_MANY_ROLES', { most: 20 }, 'at most 20 custom roles'],
] as const)('%s with %j', (code, details, text) => {
  expect(conflictSentence(code, details)).toContain(text)
})

test('every code has a short sentence for any details', () => {
  const details = { name: 'x'.repeat(100), others: 99, members: 1000, invitations: 1000, most: 20 }
  for (const code of conflictCodes) {
    const sentence = conflictSentence(code, details)
    expect(sentence).toMatch(/\.$/)
    expect(sentence.length).toBeLessThanOrEqual(200)
  }
})
