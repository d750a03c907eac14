import { createRequire } from 'node:module'

import { defineConfig } from 'vitest/config'

const serverOnly = createRequire(import.meta.url).resolve('server-only')

export default defineConfig({
  test: {
    // Outside a server bundle the package throws on purpose; its empty half is what the bundle gets.
    alias: { 'server-only': serverOnly.replace('index.js', 'empty.js') },
    globalSetup: '@kit/db/testing/vitest-global-setup',
    setupFiles: ['./src/testing/setup.ts'],
    // A busy machine takes its time to make the first database.
    hookTimeout: 60_000,
    testTimeout: 60_000,
    env: {
      APP_URL: 'http://localhost:3000',
      // Nothing connects to it; a test that needs a database makes one.
      DATABASE_URL: 'postgresql://app@127.0.0.1:1/none',
      // What `experimental.authInterrupts` sets in the app: forbidden() and unauthorized() work.
      __NEXT_EXPERIMENTAL_AUTH_INTERRUPTS: 'true',
    },
  },
})
