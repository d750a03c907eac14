import { setTimeout as sleep } from 'node:timers/promises'

/** For tests: waits for a truthy result and returns it. Only the test's own timeout ends the wait. */
export async function until<T>(check: () => T | Promise<T>): Promise<T> {
  for (;;) {
    const result = await check()
    if (result) return result
    await sleep(50, undefined, { ref: false })
  }
}
