import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: ['@kit/db/testing/vitest-global-setup'],
    // Starting a process for each file takes longer than most files.
    isolate: false,
    setupFiles: ['@kit/db/testing/fresh-modules'],
    // Right after a clone, most of this is the first import of the templates.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
