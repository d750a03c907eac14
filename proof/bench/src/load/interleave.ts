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
  /** Milliseconds of server CPU time per correct response. */
  cpu: number
}

export interface Round {
  baseline: SideResult
  product: SideResult
}

/** Maximum share of wrong responses. Above it, the rates mean nothing. */
const MOST_WRONG = 0.01

/** Warm-up requests per side. */
const WARM_UP = 500

/**
 * Runs rounds of load that alternate between both sides, so other load on the machine affects both.
 * @throws Error if too many responses are wrong
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
  // Warms up both with the same number of requests, because V8 optimizes code by how often it runs.
  const warmUp = { connections: load.connections, amount: WARM_UP }
  await runLoad(sides.baseline.server.url, warmUp, sides.baseline.calls)
  await runLoad(sides.product.server.url, warmUp, sides.product.calls)
  for (let round = 0; round < rounds; round++) {
    results.push({ baseline: await run(sides.baseline), product: await run(sides.product) })
  }
  return results
}
