import { setTimeout as sleep } from 'node:timers/promises'
import type { Fault } from '../engine/fault'

/** SIGSTOP of the app: connections stay open, and the database may end its transactions meanwhile. */
export const appPaused: Fault = {
  name: 'app-paused',
  rounds: 2,
  run: async (lab, ledger, rounds) => {
    const stage = await lab.stage()
    const app = await lab.app(stage)
    const load = lab.load(stage, app, ledger).start()
    for (let round = 0; round < rounds; round += 1) {
      await load.more(60)
      app.pause()
      // Longer than a transaction may be idle.
      await sleep(18_000)
      app.resume()
    }
    await load.more(60)
    await load.settle(stage.cluster.adminUrl)
  },
}
