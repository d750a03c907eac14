import type { Fault } from '../engine/fault'

/** `kill -9` of the app while people write. */
export const appKilled: Fault = {
  name: 'app-killed',
  rounds: 3,
  run: async (lab, ledger, rounds) => {
    const stage = await lab.stage()
    let app = await lab.app(stage)
    const load = lab.load(stage, app, ledger).start()
    for (let round = 0; round < rounds; round += 1) {
      await load.more(60)
      await app.kill()
      app = await lab.app(stage, {}, Number(new URL(app.url).port))
    }
    await load.more(60)
    await load.settle(stage.cluster.adminUrl)
  },
}
