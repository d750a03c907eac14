import { createRequire } from 'node:module'

import { defineConfig } from 'vitest/config'

const serverOnly = createRequire(import.meta.url).resolve('server-only')

export default defineConfig({
  test: {
    // Outside a server bundle the package throws on purpose; bundles get its empty file.
    alias: { 'server-only': serverOnly.replace('index.js', 'empty.js') },
    include: ['src/**/*.test.{ts,tsx}'],
    // Starting a process for each file takes longer than most files.
    isolate: false,
    setupFiles: ['@kit/db/testing/fresh-modules'],
    // Most of this time is the first import of the templates, right after a clone.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
