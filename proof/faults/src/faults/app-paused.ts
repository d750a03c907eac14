import { setTimeout as sleep } from 'node:timers/promises'
import { underLoad } from '../load/under-load'

/** SIGSTOP of the app: connections stay open, and the database may end its transactions meanwhile. */
export const appPaused = underLoad('app-paused', 2, async ({ app }) => {
  app.pause()
  // Longer than a transaction may be idle.
  await sleep(18_000)
  app.resume()
})
