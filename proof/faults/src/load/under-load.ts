import type { App } from '../engine/app'
import { expectNoUncaught } from '../engine/expect-no-uncaught'
import type { Fault } from '../engine/fault'
import type { Stage } from '../engine/lab'
import type { Ledger } from './ledger'

/** What a fault can stop and start during the writes. */
export interface Scene {
  app: App
  cluster: Stage['cluster']
  ledger: Ledger
  /** Starts the app again where it was. */
  restart: () => Promise<void>
}

/** A fault that happens in each round, during writes that the app has to confirm. */
export const underLoad = (name: string, rounds: number, cause: (scene: Scene) => Promise<void>): Fault => ({
  name,
  rounds,
  run: async (lab, ledger) => {
    const stage = await lab.stage()
    const { cluster } = stage
    const scene: Scene = {
      app: await lab.app(stage),
      cluster,
      ledger,
      restart: async () => {
        scene.app = await lab.app(stage, {}, Number(new URL(scene.app.url).port))
      },
    }
    const load = lab.load(stage, scene.app, ledger).start()
    for (let round = 0; round < rounds; round += 1) {
      await load.more(60)
      await cause(scene)
    }
    await load.more(60)
    await load.settle(cluster.adminUrl)
    expectNoUncaught(scene.app, ledger)
  },
})
