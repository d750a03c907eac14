import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    // These copy files and start programs. The limit only stops what hangs: a busy machine takes many times as long.
    testTimeout: 60_000,
  },
})
