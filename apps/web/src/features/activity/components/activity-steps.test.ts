import { expect, test } from 'vitest'

import { activitySteps } from './activity-steps'

const range = { from: 0, to: 300, step: 100 }

test('includes empty steps and sorts reasons by count', () => {
  const counts = [
    { from: 0, kind: 'denied' as const, count: 1 },
    { from: 200, kind: 'limited' as const, count: 5 },
    { from: 200, kind: 'denied' as const, count: 2 },
  ]
  expect(activitySteps({ counts, range })).toEqual({
    steps: [
      { from: 0, total: 1, of: { denied: 1 } },
      { from: 100, total: 0, of: {} },
      { from: 200, total: 7, of: { denied: 2, limited: 5 } },
    ],
    totals: [
      { kind: 'limited', total: 5 },
      { kind: 'denied', total: 3 },
    ],
    total: 8,
  })
})

test('an empty range has no steps', () => {
  expect(activitySteps({ counts: [], range: { from: 0, to: 0, step: 100 } })).toEqual({
    steps: [],
    totals: [],
    total: 0,
  })
})
