import { mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { settingsFor } from '@kit/openid-provider/client'
import { startOpenidProvider } from '@kit/openid-provider/server'
import { Scope } from '../process/scope'
import { root, web } from '../repository/paths'
import { runningApp, startApp } from '../servers/app-under-test'
import type { AppUnderTest } from '../servers/app-under-test'
import { startControlGroup } from '../servers/control-group'
import { print } from '../terminal/progress'
import type { Tally } from './results/tally'
import { runTestSuite } from './test-suite'

export interface BrowserTests {
  /** A project of the Playwright configuration. */
  project: 'attacks' | 'flows'
  /** The path of a Chromium. */
  browser: string
  /** Whether to start one app and nothing else. */
  appOnly?: boolean
  /** Where an app already runs; without it, the production build is started. */
  baseUrl?: string
  /** For results and mail. */
  folder: string
  /** Playwright's arguments: parts of file names, or options. */
  filters: string[]
}

/** Compiled test files, named by the hash of their source. Compiling all of them takes longer than many tests. */
const compiled = join(root, 'node_modules/.cache/playwright')

type OnOutput = (text: string) => void

const LOG_TAIL = 8000

const results = join(import.meta.dirname, 'results/playwright-reporter.ts')
const reporters = {
  attacks: `list,${results},../../proof/attacks/src/engine/table-reporter.ts`,
  flows: `list,${results}`,
}

/** Attacks on one database run one after the other, and each call waits for the server: three apps keep two cores busy. */
const appsFor = { attacks: 3, flows: 1 }

/** Runs one project of the Playwright suite against apps that nothing else uses. */
export async function runBrowserTests(parent: Scope, tests: BrowserTests): Promise<Tally> {
  const scope = await parent.acquire(
    () => new Scope(),
    (own) => own.close(),
  )
  let log = ''
  const onOutput = (text: string) => {
    log = (log + text).slice(-LOG_TAIL)
  }
  const { project } = tests
  const folder = join(tests.folder, project)
  await mkdir(folder, { mode: 0o700 })
  try {
    const env = await startServers(scope, tests, folder, onOutput)
    const tally = await runPlaywright(scope, tests, env)
    if (tally.failed > 0 && !parent.isClosing) print(`Server log (last lines):\n${log}\n`)
    return tally
  } catch (error) {
    print(`Server log (last lines):\n${log}\n`)
    throw error
  } finally {
    await scope.close()
  }
}

/** Starts what the project needs. Returns the settings that tell Playwright where it runs. */
async function startServers(
  scope: Scope,
  { project, appOnly, baseUrl }: BrowserTests,
  folder: string,
  onOutput: OnOutput,
): Promise<Record<string, string>> {
  // A running app has its own database.
  if (baseUrl) return { ...runningApp(baseUrl) }
  const control =
    project === 'attacks' && !appOnly ? await startControlGroup(scope, folder, onOutput) : undefined
  const provider = await scope.acquire(startOpenidProvider, (server) => server.stop())
  const settings = {
    ...settingsFor(provider.url),
    MAGIC_LINK: 'on',
    // Its pages and its action are tested like any other.
    LAB: 'on',
    ...(control && { UNGUARDED_PORT: new URL(control.UNGUARDED_URL).port }),
  }
  const apps: AppUnderTest[] = []
  for (let index = 0; index < (appOnly ? 1 : appsFor[project]); index += 1) {
    apps.push(await startApp(scope, join(folder, String(index)), settings, onOutput))
  }
  // Also starts one without the lab, which is the default in production.
  const closed = control ? await startApp(scope, join(folder, 'closed'), {}, onOutput) : undefined
  return { ...sideBySide(apps), ...control, ...(closed && { CLOSED_LAB_URL: closed.BASE_URL }) }
}

/** Comma-separated lists; each Playwright worker takes its own app. */
function sideBySide(apps: AppUnderTest[]): AppUnderTest {
  const list = (name: keyof AppUnderTest) => apps.map((app) => app[name]).join(',')
  return {
    BASE_URL: list('BASE_URL'),
    E2E_AUTH_SECRET: list('E2E_AUTH_SECRET'),
    E2E_DATABASE_URL: list('E2E_DATABASE_URL'),
    MAIL_DIRECTORY: list('MAIL_DIRECTORY'),
  }
}

async function runPlaywright(
  scope: Scope,
  { project, browser, folder, filters }: BrowserTests,
  env: Record<string, string>,
): Promise<Tally> {
  const cli = createRequire(join(web, 'package.json')).resolve('@playwright/test/cli')
  return runTestSuite(scope, {
    args: [cli, 'test', `--project=${project}`, `--reporter=${reporters[project]}`, ...filters],
    cwd: web,
    env: { ...env, CHROMIUM_PATH: browser, TMPDIR: folder, PWTEST_CACHE_DIR: compiled },
    results: join(folder, `${project}.jsonl`),
    filtered: filters.length > 0,
  })
}
