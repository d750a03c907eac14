import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: ['../../packages/db/src/vitest-global-setup.ts'],
    // Most of these start programs.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
