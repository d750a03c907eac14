import type { Limit } from '../budget'
import { percentile } from './percentile'

/** One line of the table. */
export interface Figure {
  label: string
  /** One for each round. */
  values: readonly number[]
  /** After each number, as in ` KB`. */
  unit?: string
  limit?: Limit
}

export interface Spread {
  min: number
  median: number
  max: number
}

/** @throws RangeError when there are no values */
export function spreadOf(values: readonly number[]): Spread {
  return { min: percentile(values, 0), median: percentile(values, 0.5), max: percentile(values, 1) }
}

/** Whether the median keeps the limit. A figure without a limit always does. */
export function keepsLimit({ values, limit }: Figure): boolean {
  if (!limit) return true
  const { median } = spreadOf(values)
  // Not a comparison with `<`: NaN has to fail.
  return 'atLeast' in limit ? median >= limit.atLeast : median <= limit.atMost
}
