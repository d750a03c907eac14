import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: ['@kit/db/testing/vitest-global-setup'],
    // The first import of the templates, right after a clone, is most of it.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
