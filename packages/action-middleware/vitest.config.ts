import { createRequire } from 'node:module'

import { defineConfig } from 'vitest/config'

const serverOnly = createRequire(import.meta.url).resolve('server-only')

export default defineConfig({
  test: {
    // Outside a server bundle the package throws on purpose; bundles get its empty file.
    alias: { 'server-only': serverOnly.replace('index.js', 'empty.js') },
    globalSetup: '@kit/db/testing/vitest-global-setup',
    // Starting a process for each file takes longer than most files.
    isolate: false,
    setupFiles: ['@kit/db/testing/fresh-modules', './src/testing/setup.ts'],
    sequence: { setupFiles: 'list' },
    // Creating the first database is slow on a busy machine.
    hookTimeout: 60_000,
    testTimeout: 60_000,
    env: {
      APP_URL: 'http://localhost:3000',
      // Nothing connects to it: a test that needs a database creates one.
      DATABASE_URL: 'postgresql://app@127.0.0.1:1/none',
      // Set by `experimental.authInterrupts` in the app; forbidden() and unauthorized() need it.
      __NEXT_EXPERIMENTAL_AUTH_INTERRUPTS: 'true',
    },
  },
})
