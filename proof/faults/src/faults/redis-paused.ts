import { startRedis } from '@kit/rate-limit/testing/redis-server'
import type { Fault } from '../engine/fault'

/** The Redis that counts limits keeps its connections open and answers nothing. */
export const redisPaused: Fault = {
  name: 'redis-paused',
  rounds: 2,
  run: async (lab, ledger, rounds) => {
    const redis = await lab.scope.acquire(
      () => startRedis(),
      (server) => server.kill(),
    )
    const stage = await lab.stage({ REDIS_URL: redis.url })
    const app = await lab.app(stage)
    const load = lab.load(stage, app, ledger).start()
    for (let round = 0; round < rounds; round += 1) {
      await load.more(60)
      redis.pause()
      await load.more(30)
      redis.resume()
    }
    await load.more(60)
    await load.settle(stage.cluster.adminUrl)
  },
}
