import { Pool } from 'undici'
import { percentile } from '../numbers/percentile'
import { isRight } from './call'
import type { Call, Calls } from './call'

export interface Load {
  connections: number
  /** Stops starting requests after this many seconds or requests. */
  seconds?: number
  amount?: number
}

export interface LoadResult {
  /** Correct responses per second. */
  rate: number
  /** The 99th percentile latency of correct responses, in milliseconds. */
  p99: number
  right: number
  wrong: number
  /** The first wrong response. */
  firstWrong?: string
}

/**
 * Sends calls over a number of connections, one at a time on each, and counts correct responses. It waits for pending
 * requests at the end, because dropping them would favor the faster side.
 */
export async function runLoad(url: string, load: Load, next: Calls): Promise<LoadResult> {
  const { connections, seconds = Infinity, amount = Infinity } = load
  const pool = new Pool(url, { connections, pipelining: 1 })
  const latencies: number[] = []
  let sent = 0
  let wrong = 0
  let firstWrong: string | undefined
  const start = performance.now()
  const deadline = start + seconds * 1000
  const connection = async () => {
    while (sent < amount && performance.now() < deadline) {
      sent += 1
      const call = next()
      const began = performance.now()
      const problem = await send(pool, call)
      if (problem === undefined) latencies.push(performance.now() - began)
      else {
        wrong += 1
        firstWrong ??= problem
      }
    }
  }
  await Promise.all(Array.from({ length: connections }, connection))
  const elapsed = (performance.now() - start) / 1000
  await pool.close()
  const right = latencies.length
  const p99 = right > 0 ? percentile(latencies, 0.99) : Number.NaN
  return { rate: right / elapsed, p99, right, wrong, firstWrong }
}

/** What is wrong with the response, if anything. */
async function send(pool: Pool, call: Call): Promise<string | undefined> {
  const { method, path, headers, body } = call
  try {
    const response = await pool.request({ method, path, headers, body })
    const text = await response.body.text()
    if (isRight(call, response.statusCode, text)) return undefined
    return `${method} ${path}: ${response.statusCode} ${text.slice(0, 300)}`
  } catch (error) {
    return `${method} ${path}: ${String(error)}`
  }
}
