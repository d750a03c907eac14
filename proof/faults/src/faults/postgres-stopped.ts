import type { Fault } from '../engine/fault'
import { expectNoUncaught } from '../engine/expect-no-uncaught'

/** A fast shutdown of Postgres while people write, as in a restart for an update. */
export const postgresStopped: Fault = {
  name: 'postgres-stopped',
  rounds: 3,
  run: async (lab, ledger, rounds) => {
    const stage = await lab.stage()
    const app = await lab.app(stage)
    const load = lab.load(stage, app, ledger).start()
    for (let round = 0; round < rounds; round += 1) {
      await load.more(60)
      await stage.cluster.stop()
      await stage.cluster.start()
    }
    await load.more(60)
    await load.settle(stage.cluster.adminUrl)
    expectNoUncaught(app, ledger)
  },
}
