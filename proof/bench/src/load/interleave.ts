import { runLoad } from './run-load'
import type { Load, LoadResult } from './run-load'
import type { Calls } from './call'
import { cpuSeconds } from '../servers/cpu'
import type { Server } from '../servers/server'

export interface Side {
  server: Server
  calls: Calls
}

export interface SideResult extends LoadResult {
  /** Milliseconds of the server's processor time for each right answer. */
  cpu: number
}

export interface Round {
  baseline: SideResult
  product: SideResult
}

/** More wrong answers than this share, and the rates say nothing. */
const MOST_WRONG = 0.01

/** Requests to each side before the first round. */
const WARM_UP = 500

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
  const run = async ({ server, calls }: Side) => {
    const before = cpuSeconds(server)
    const result = await runLoad(server.url, load, calls)
    const { right, wrong, firstWrong } = result
    if (wrong > MOST_WRONG * (right + wrong))
      throw new Error(`${wrong} of ${right + wrong} answers are wrong. ${firstWrong ?? ''}`)
    return { ...result, cpu: ((cpuSeconds(server) - before) / right) * 1000 }
  }
  // Both warm up first, with as many requests: V8 optimizes what runs often, however long that takes.
  const warmUp = { connections: load.connections, amount: WARM_UP }
  await runLoad(sides.baseline.server.url, warmUp, sides.baseline.calls)
  await runLoad(sides.product.server.url, warmUp, sides.product.calls)
  for (let round = 0; round < rounds; round++) {
    results.push({ baseline: await run(sides.baseline), product: await run(sides.product) })
  }
  return results
}
