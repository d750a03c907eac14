import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    // The first import of the templates, right after a clone, is most of it.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
