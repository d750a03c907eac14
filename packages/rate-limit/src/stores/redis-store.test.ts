import { redisStore } from './redis-store'
import { PATIENCE } from '../testing/patience'
import { describeStore } from '../testing/store-contract'
import { forget, testRedisUrl } from '../testing/test-redis'
import { travel } from '../testing/travel'

describeStore('redisStore', async () => {
  const store = redisStore(testRedisUrl(), PATIENCE)
  return {
    store,
    settings: { REDIS_URL: testRedisUrl() },
    letPass: travel,
    close: async () => {
      await store.close()
      await forget('redisStore')
    },
  }
})
