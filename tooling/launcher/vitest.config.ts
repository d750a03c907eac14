import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: ['@kit/db/testing/vitest-global-setup'],
    // Most of these start programs.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
