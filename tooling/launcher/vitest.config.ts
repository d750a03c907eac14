import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: ['@kit/db/testing/vitest-global-setup'],
    // Most of these start programs. The timeouts only end what hangs: a busy machine takes many times as long.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
