import { print, progress } from '@kit/launcher/progress'
import { comparisons } from '../growth/comparisons'
import { latencies } from '../growth/latencies'
import { seedGrowth } from '../growth/seed-growth'
import type { Figure } from '../numbers/figure'
import { percentile } from '../numbers/percentile'
import { startProduct } from '../servers/product'
import type { Measurement } from './measurement'

const SAMPLES_PER_ROUND = 8

/** The p95 of pages of an organization with 1,000,000 tasks and 5,000 members, as a ratio to one with 1,000 and 30. */
export const growth: Measurement = async (bench) => {
  await bench.build()
  const product = await startProduct(bench.scope)
  const data = await progress('Adding 1,000,000 tasks', () => seedGrowth(product))
  const figures: Figure[] = []
  for (const { label, limit, ...calls } of comparisons(data)) {
    const times = await latencies(product.url, calls, bench.options.rounds * SAMPLES_PER_ROUND)
    const [small, large] = [percentile(times.small, 0.95), percentile(times.large, 0.95)]
    const milliseconds = `${Math.round(small)} and ${Math.round(large)} ms`
    print(`  ${label}: ${milliseconds} ${times.firstWrong ?? ''}\n`)
    figures.push({ label: `growth: ${label} (${milliseconds})`, values: [large / small], limit })
  }
  await product.group.stop()
  return figures
}
