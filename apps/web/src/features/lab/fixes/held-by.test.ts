import { expect, test } from 'vitest'

import { noRole } from '../lessons/vulnerabilities/no-role'
import { heldBy, keptFix } from './held-by'

const attacks = [200, 200, null, 500].map((status) => ({ label: 'an attack', breached: false, status }))

test('a chain that holds is remembered with the status of each attack', () => {
  const kept = keptFix({ state: 'tried', text: '', chain: 'A', works: true, attacks, why: '' })
  expect(kept).toBe('A.200-200-0-500')
  const result = heldBy(noRole.fixes, kept)
  expect(result).toMatchObject({ chain: 'A', holds: true, why: noRole.fixes.reasons.A })
  expect(result?.attacks.map(({ status }) => status)).toEqual([200, 200, null, 500])
})

test.each([undefined, '', 'E.200', 'AA'])('nothing is made of %s', (kept) =>
  expect(heldBy(noRole.fixes, kept)).toBeUndefined(),
)
