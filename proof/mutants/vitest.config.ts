import { defineConfig } from 'vitest/config'

// Some tests start the command, which reads the whole source.
export default defineConfig({ test: { include: ['src/**/*.test.ts'], testTimeout: 30_000 } })
