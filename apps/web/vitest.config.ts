import { createRequire } from 'node:module'

import { defineConfig } from 'vitest/config'

const serverOnly = createRequire(import.meta.url).resolve('server-only')

export default defineConfig({
  resolve: { alias: { '@': new URL('src', import.meta.url).pathname } },
  test: {
    include: ['src/**/*.test.ts', 'e2e/**/*.test.ts'],
    // Outside a server bundle the package throws on purpose; bundles get its empty file.
    alias: { 'server-only': serverOnly.replace('index.js', 'empty.js') },
    // Starting a process for each file takes longer than most files.
    isolate: false,
    setupFiles: ['@kit/db/testing/fresh-modules'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    globalSetup: '@kit/db/testing/vitest-global-setup',
    env: {
      APP_URL: 'http://localhost:3000',
      // Nothing connects to it; a test that needs a database makes one.
      DATABASE_URL: 'postgresql://app@127.0.0.1:1/none',
    },
  },
})
