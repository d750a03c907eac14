import { defineConfig } from '@playwright/test'

import { appCount, baseUrl } from '@kit/attacks/app/environment'
import { controlProjects } from './e2e/control/projects'

// As root the browser refuses its own sandbox; offline it would spend its first seconds asking for updates.
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
  workers: Math.max(2, appCount()),
  // Against `pnpm dev` the first visit of a page waits until it is compiled.
  timeout: 90_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: baseUrl().origin,
    locale: 'en-US',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure',
    launchOptions: { args, ...(executablePath && { executablePath }) },
  },
  projects: [
    { name: 'flows', testMatch: '**/*.flow.ts', fullyParallel: true },
    // First of all the attacks are fired at the app that makes the mistakes, where each has to succeed.
    ...controlProjects,
    // In each database one after the other: every attack compares the whole of it before and after.
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
