import type { Call } from '../load/call'
import { read } from '../load/read'

/** Wrong responses before giving up. */
const MOST_WRONG = 2

/**
 * Measures the latency of two calls, alternating.
 * @returns milliseconds, or Infinity for a wrong response
 */
export async function latencies(url: string, calls: { small: Call; large: Call }, samples: number) {
  const times = { small: [] as number[], large: [] as number[] }
  let firstWrong: string | undefined
  const time = async (side: 'small' | 'large') => {
    const start = performance.now()
    try {
      await read(url, calls[side])
      times[side].push(performance.now() - start)
    } catch (error) {
      firstWrong ??= String(error)
      times[side].push(Infinity)
    }
  }
  const wrong = () => times.large.filter((value) => value === Infinity).length
  // Skips the first of each, which opens connections and plans queries.
  for (const call of [calls.small, calls.large]) await read(url, call).catch(() => {})
  for (let sample = 0; sample < samples && wrong() <= MOST_WRONG; sample++) {
    await time('small')
    await time('large')
  }
  return { ...times, firstWrong }
}
