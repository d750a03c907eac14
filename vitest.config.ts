import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: ['apps/web', 'packages/*', 'proof/*', 'tooling/*'],
    // With two cores, one would be reserved for the runner, which mostly waits.
    maxWorkers: 2,
    // Most projects read the same sources, which are then compiled once.
    experimental: { fsModuleCache: true },
  },
})
