import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: ['@kit/db/testing/vitest-global-setup'],
    // Right after a clone, most of this is the first import of the templates.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
