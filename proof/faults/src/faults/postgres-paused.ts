import { setTimeout as sleep } from 'node:timers/promises'
import { expectNoUncaught } from '../engine/expect-no-uncaught'
import type { Fault } from '../engine/fault'

/** SIGSTOP of Postgres: connections stay open and nothing answers, as when its machine is gone. */
export const postgresPaused: Fault = {
  name: 'postgres-paused',
  rounds: 1,
  run: async (lab, ledger, rounds) => {
    const stage = await lab.stage()
    const app = await lab.app(stage)
    const load = lab.load(stage, app, ledger).start()
    for (let round = 0; round < rounds; round += 1) {
      await load.more(60)
      await stage.cluster.pause()
      // Longer than anyone may wait.
      await sleep(60_000)
      await stage.cluster.resume()
    }
    await load.more(60)
    await load.settle(stage.cluster.adminUrl)
    expectNoUncaught(app, ledger)
  },
}
