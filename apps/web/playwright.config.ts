import { defineConfig } from '@playwright/test'

import { appCount, baseUrl } from '@kit/attacks/app/environment'
import { controlProjects } from './e2e/control/projects'

// Chromium's sandbox doesn't work as root. Offline, it would first spend seconds looking for updates.
const isRoot = process.getuid?.() === 0
const args = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
]

const executablePath = process.env.CHROMIUM_PATH

export default defineConfig({
  outputDir: 'test-results',
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  // Three even on two cores, because a test often waits.
  workers: Math.max(3, appCount()),
  // Against `pnpm dev` the first visit of a page waits until it is compiled.
  timeout: 90_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: baseUrl().origin,
    locale: 'en-US',
    timezoneId: 'UTC',
    // Painting every frame of a transition costs time.
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    launchOptions: { args, ...(executablePath && { executablePath }) },
  },
  projects: [
    // A worker's tests share one browser context, which Playwright empties in between. A new one would start a process.
    { name: 'flows', testMatch: '**/*.flow.ts', fullyParallel: true, use: { reuseContext: true } },
    // The control group comes first: every attack must succeed there.
    ...controlProjects,
    // One at a time per database, because every attack compares the whole database before and after.
    {
      name: 'attacks',
      testMatch: '**/*.spec.ts',
      fullyParallel: true,
      workers: appCount(),
      retries: 0,
      dependencies: controlProjects.map(({ name }) => name),
    },
  ],
})
