import { createRequire } from 'node:module'

import { defineConfig } from 'vitest/config'

const serverOnly = createRequire(import.meta.url).resolve('server-only')

export default defineConfig({
  test: {
    // Outside a server bundle the package throws on purpose; bundles get its empty file.
    alias: { 'server-only': serverOnly.replace('index.js', 'empty.js') },
    testTimeout: 30_000,
    env: {
      APP_URL: 'http://localhost:3000',
      CAPTCHA_WORK: '50',
      // Nothing connects to it.
      DATABASE_URL: 'postgresql://app@127.0.0.1:1/none',
    },
  },
})
