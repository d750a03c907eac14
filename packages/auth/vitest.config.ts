import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: {
    // What the marker resolves to on the server; elsewhere it throws.
    alias: { 'server-only': fileURLToPath(new URL('node_modules/server-only/empty.js', import.meta.url)) },
  },
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: ['@kit/db/testing/vitest-global-setup'],
    setupFiles: ['./src/testing/setup.ts'],
    // Inlined, so that its own import of next/headers meets the browser of the tests.
    server: { deps: { inline: [/better-auth/] } },
    hookTimeout: 60_000,
    testTimeout: 20_000,
  },
})
