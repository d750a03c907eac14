import { defineConfig } from 'vitest/config'

// Some of these start the command itself, which reads the whole source.
export default defineConfig({ test: { include: ['src/**/*.test.ts'], testTimeout: 30_000 } })
