import type { Call } from '../load/call'
import { read } from '../load/read'

/** Wrong answers after which no right one is expected. */
const MOST_WRONG = 2

/**
 * How long each of two calls takes, one after the other, in turn.
 * @returns milliseconds; Infinity for a wrong answer
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
  // The first of each is not counted: connections are opened and plans made.
  for (const call of [calls.small, calls.large]) await read(url, call).catch(() => {})
  for (let sample = 0; sample < samples && wrong() <= MOST_WRONG; sample++) {
    await time('small')
    await time('large')
  }
  return { ...times, firstWrong }
}
