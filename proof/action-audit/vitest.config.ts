import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    // Nothing here changes what another file sees, and each would load ESLint and its parser again.
    isolate: false,
    // Some tests start a linter or a shell. On a busy machine, that takes longer than a test's default limit.
    testTimeout: 60_000,
  },
})
