import { budget } from '../budget'
import type { Measurement } from './measurement'

/** The time of a clean build, as a ratio to the baseline's. */
export const build: Measurement = async (bench) => {
  await bench.build()
  const { baseline, product } = bench.buildSeconds
  if (baseline === undefined || product === undefined)
    throw new Error('The existing builds are used. Leave out --reuse to measure builds.')
  return [
    { label: 'cold build', values: [product / baseline], limit: budget.build },
    { label: '  baseline', values: [baseline], unit: ' s' },
    { label: '  product', values: [product], unit: ' s' },
  ]
}
