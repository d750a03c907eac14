import { defineConfig } from 'vitest/config'

// Some tests start the command, which reads the whole source. The limit only ends what hangs.
export default defineConfig({ test: { include: ['src/**/*.test.ts'], testTimeout: 300_000 } })
