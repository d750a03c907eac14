import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: ['apps/web', 'packages/*', 'proof/*', 'tooling/*'],
    // Of two cores one would be kept for the runner, which mostly waits.
    maxWorkers: 2,
  },
})
