import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    // Some tests read every file of the repository.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
