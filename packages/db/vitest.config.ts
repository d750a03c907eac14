import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: ['./src/testing/vitest-global-setup.ts'],
    // Starting a process for each file takes longer than most files.
    isolate: false,
    setupFiles: ['./src/testing/fresh-modules.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
