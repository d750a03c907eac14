import { setTimeout as sleep } from 'node:timers/promises'
import { underLoad } from '../load/under-load'

/** SIGSTOP of Postgres: connections stay open and nothing answers, as when its machine is gone. */
export const postgresPaused = underLoad('postgres-paused', 1, async ({ cluster }) => {
  await cluster.pause()
  // Longer than any call may wait.
  await sleep(60_000)
  await cluster.resume()
})
