import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Installing and building again, and compiling for development, take minutes, so `pnpm test:install` does that every night.
    include: process.env.NIGHTLY ? ['src/nightly/*.test.ts'] : ['src/**/*.test.ts'],
    exclude: process.env.NIGHTLY ? [] : ['src/nightly/**'],
    globalSetup: ['@kit/db/testing/vitest-global-setup'],
    // Starting a process for each file takes longer than most files.
    isolate: false,
    setupFiles: ['@kit/db/testing/fresh-modules'],
    // Most of these start programs. The timeouts only end what hangs: a busy machine takes many times as long.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
