import { describe, expect, it } from 'vitest'
import { keepsLimit, spreadOf } from './figure'

it('a spread is the minimum, the median and the maximum', () => {
  expect(spreadOf([3, 1, 2])).toEqual({ min: 1, median: 2, max: 3 })
})

describe('a limit', () => {
  const keeps = (values: number[], limit: { atLeast: number } | { atMost: number }) =>
    keepsLimit({ label: 'any', values, limit })

  it('is met by the median', () => {
    expect(keeps([0.1, 0.4, 0.4], { atLeast: 0.4 })).toBe(true)
    expect(keeps([9, 2, 2], { atMost: 2 })).toBe(true)
  })

  it('is exceeded by the median', () => {
    expect(keeps([0.39, 0.39, 0.9], { atLeast: 0.4 })).toBe(false)
    expect(keeps([1, 2.01, 3], { atMost: 2 })).toBe(false)
  })

  it('is exceeded by NaN', () => {
    expect(keeps([Number.NaN], { atLeast: 0.4 })).toBe(false)
    expect(keeps([Number.NaN], { atMost: 2 })).toBe(false)
  })
})
