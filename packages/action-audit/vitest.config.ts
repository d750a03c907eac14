import { defineConfig } from 'vitest/config'

// Some tests start a linter or a shell, which on a busy machine takes longer than a test usually may.
export default defineConfig({ test: { include: ['src/**/*.test.ts'], testTimeout: 60_000 } })
