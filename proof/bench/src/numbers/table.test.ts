import { expect, it } from 'vitest'
import { table } from './table'

it('has a line for each figure, with its limit', () => {
  const text = table([
    { label: 'some page', values: [0.1, 0.123, 0.2], limit: { atLeast: 0.25 } },
    { label: 'HTML', values: [340.4], unit: ' KB', limit: { atMost: 400 } },
    { label: 'statements', values: [7] },
  ])
  expect(text).toBe(
    [
      '               min  median     max  required',
      'some page     0.10    0.12    0.20    ≥ 0.25  exceeded',
      'HTML        340 KB  340 KB  340 KB  ≤ 400 KB',
      'statements       7       7       7',
      '',
    ].join('\n'),
  )
})
