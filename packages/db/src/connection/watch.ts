/** Runs a statement, and calls back if Postgres has not replied after `limit` milliseconds. */
export type Watch = <T>(work: () => PromiseLike<T>) => Promise<T>

/**
 * Returns a watch for a client. The timeouts of `limits` are kept by Postgres itself; this one is for a Postgres that is paused, or
 * whose machine is gone, where a connection stays open and nothing arrives.
 */
export function watch(limit: number, onSilence: () => void): Watch {
  return async (work) => {
    const timer = Number.isFinite(limit) ? setTimeout(onSilence, limit) : undefined
    try {
      return await work()
    } finally {
      clearTimeout(timer)
    }
  }
}
