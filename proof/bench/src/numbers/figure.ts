import type { Limit } from '../budget'
import { percentile } from './percentile'

/** One line of the table. */
export interface Figure {
  label: string
  /** One value per round. */
  values: readonly number[]
  /** A suffix for each number, such as ` KB`. */
  unit?: string
  limit?: Limit
}

export interface Spread {
  min: number
  median: number
  max: number
}

/** @throws RangeError if there are no values */
export function spreadOf(values: readonly number[]): Spread {
  return { min: percentile(values, 0), median: percentile(values, 0.5), max: percentile(values, 1) }
}

/** Whether the median is within the limit. True without a limit. */
export function keepsLimit({ values, limit }: Figure): boolean {
  if (!limit) return true
  const { median } = spreadOf(values)
  // Written so that NaN fails.
  return 'atLeast' in limit ? median >= limit.atLeast : median <= limit.atMost
}
