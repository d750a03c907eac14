import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: {
    // Outside a server bundle the package throws on purpose; bundles get its empty file.
    alias: { 'server-only': fileURLToPath(new URL('node_modules/server-only/empty.js', import.meta.url)) },
  },
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: ['@kit/db/testing/vitest-global-setup'],
    // Starting a process for each file takes longer than most files.
    isolate: false,
    setupFiles: ['@kit/db/testing/fresh-modules', './src/testing/setup.ts'],
    sequence: { setupFiles: 'list' },
    // Inlined, so its import of next/headers is mocked too.
    server: { deps: { inline: [/better-auth\/dist\/integrations\/next-js/] } },
    hookTimeout: 60_000,
    testTimeout: 20_000,
  },
})
