import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    // Starting a process for each file takes longer than most files.
    isolate: false,
    setupFiles: ['@kit/db/testing/fresh-modules'],
  },
})
