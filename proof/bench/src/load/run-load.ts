import autocannon from 'autocannon'
import { isRight } from './call'
import type { Call, Calls } from './call'

export interface Load {
  connections: number
  /** For so many seconds, or for so many requests. */
  seconds?: number
  amount?: number
}

export interface LoadResult {
  /** Right answers per second. */
  rate: number
  /** The latency that 99 % of the answers keep, in milliseconds. */
  p99: number
  right: number
  wrong: number
  /** The first wrong answer. */
  firstWrong?: string
}

/** Sends calls over so many connections, each waiting for its answer. Only right answers count. */
export async function runLoad(url: string, load: Load, next: Calls): Promise<LoadResult> {
  const calls = new WeakMap<object, Call>()
  let right = 0
  let wrong = 0
  let firstWrong: string | undefined
  const result = await autocannon({
    url,
    connections: load.connections,
    ...(load.amount === undefined ? { duration: load.seconds } : { amount: load.amount }),
    timeout: 30,
    requests: [
      {
        setupRequest: (request, context) => {
          const call = next()
          calls.set(context, call)
          const { method, path, headers, body } = call
          return { ...request, method, path, headers: { ...headers }, body }
        },
        onResponse: (status, body, context) => {
          const call = calls.get(context)
          if (call && isRight(call, status, body)) right += 1
          else {
            wrong += 1
            firstWrong ??= `${call?.method} ${call?.path}: ${status} ${body.slice(0, 300)}`
          }
        },
      },
    ],
  })
  return { rate: right / result.duration, p99: result.latency.p99, right, wrong: wrong + result.errors, firstWrong }
}
