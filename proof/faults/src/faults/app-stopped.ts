import type { Fault } from '../engine/fault'

/** SIGTERM while people write: what was accepted is finished, and the exit code is 0. */
export const appStopped: Fault = {
  name: 'app-stopped',
  rounds: 2,
  run: async (lab, ledger, rounds) => {
    const stage = await lab.stage()
    let app = await lab.app(stage)
    const load = lab.load(stage, app, ledger).start()
    for (let round = 0; round < rounds; round += 1) {
      await load.more(60)
      ledger.expect((await app.stop()) === 0, 'the exit code is not 0')
      app = await lab.app(stage, {}, Number(new URL(app.url).port))
    }
    await load.more(60)
    await load.settle(stage.cluster.adminUrl)
  },
}
