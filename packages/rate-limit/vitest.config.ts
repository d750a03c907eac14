import { createRequire } from 'node:module'

import { defineConfig } from 'vitest/config'

const serverOnly = createRequire(import.meta.url).resolve('server-only')

export default defineConfig({
  test: {
    // Outside a server bundle the package throws on purpose; bundles get its empty file.
    alias: { 'server-only': serverOnly.replace('index.js', 'empty.js') },
    include: ['src/**/*.test.ts'],
    globalSetup: ['@kit/db/testing/vitest-global-setup', './src/testing/vitest-global-setup.ts'],
    // Starting a process for each file takes longer than most files.
    isolate: false,
    setupFiles: ['@kit/db/testing/fresh-modules'],
    hookTimeout: 120_000,
    // Some tests start processes, which is slow on a busy machine.
    testTimeout: 120_000,
  },
})
