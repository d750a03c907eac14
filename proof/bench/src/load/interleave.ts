import { runLoad } from './run-load'
import type { Load, LoadResult } from './run-load'
import type { Calls } from './call'

export interface Side {
  url: string
  calls: Calls
}

export interface Round {
  baseline: LoadResult
  product: LoadResult
}

/** More wrong answers than this share, and the rates say nothing. */
const MOST_WRONG = 0.01

/**
 * Rounds of load, one side after the other, so that whatever else the machine does meets both.
 * @throws Error when answers are wrong
 */
export async function interleave(
  sides: { baseline: Side; product: Side },
  load: Load,
  rounds: number,
): Promise<Round[]> {
  const results: Round[] = []
  const run = async ({ url, calls }: Side) => {
    const result = await runLoad(url, load, calls)
    const { right, wrong, firstWrong } = result
    if (wrong > MOST_WRONG * (right + wrong))
      throw new Error(`${wrong} of ${right + wrong} answers are wrong. ${firstWrong ?? ''}`)
    return result
  }
  // Both warm up first: code is compiled and connections are opened on demand.
  const warmUp = { connections: load.connections, seconds: 2 }
  await runLoad(sides.baseline.url, warmUp, sides.baseline.calls)
  await runLoad(sides.product.url, warmUp, sides.product.calls)
  for (let round = 0; round < rounds; round++) {
    results.push({ baseline: await run(sides.baseline), product: await run(sides.product) })
  }
  return results
}
