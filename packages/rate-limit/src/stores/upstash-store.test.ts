import { PATIENCE } from '../testing/patience'
import { describeStore } from '../testing/store-contract'
import { forget, testRedisUrl } from '../testing/test-redis'
import { travel } from '../testing/travel'
import { startUpstashProxy } from '../testing/upstash-proxy'
import { upstashStore } from './upstash-store'

describeStore('upstashStore', async () => {
  const proxy = await startUpstashProxy(testRedisUrl())
  const store = upstashStore(proxy.url, proxy.token, PATIENCE)
  return {
    store,
    settings: { UPSTASH_REDIS_REST_URL: proxy.url, UPSTASH_REDIS_REST_TOKEN: proxy.token },
    letPass: travel,
    close: async () => {
      await store.close()
      await proxy.close()
      await forget('upstashStore')
    },
  }
})
