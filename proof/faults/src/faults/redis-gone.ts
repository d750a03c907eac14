import { type RedisServer, startRedis } from '@kit/rate-limit/testing/redis-server'
import type { Fault } from '../engine/fault'

/** The Redis that counts limits is killed: sensitive calls are refused, and the others keep working. */
export const redisGone: Fault = {
  name: 'redis-gone',
  rounds: 2,
  run: async (lab, ledger, rounds) => {
    let redis: RedisServer = await startRedis()
    await lab.scope.acquire(
      () => redis,
      () => redis.kill(),
    )
    const stage = await lab.stage({ REDIS_URL: redis.url })
    const app = await lab.app(stage)
    const load = lab.load(stage, app, ledger).start()
    for (let round = 0; round < rounds; round += 1) {
      await load.more(60)
      await redis.kill()
      await load.more(60)
      redis = await startRedis(redis.port)
    }
    await load.more(60)
    await load.settle(stage.cluster.adminUrl)
  },
}
