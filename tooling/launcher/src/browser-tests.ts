import { mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { runningApp, startApp, startControlGroup } from './app-under-test'
import type { AppUnderTest } from './app-under-test'
import { web } from './paths'
import { print } from './progress'
import { countPlaywright } from './reports'
import { Scope } from './scope'
import { cleanEnvironment } from './settings'
import { runSuite } from './suite'
import type { Tally } from './tally'

export interface BrowserTests {
  /** A project of the Playwright configuration. */
  project: 'attacks' | 'flows'
  /** The executable of a Chromium. */
  browser: string
  /** Where an app already runs; the production build is started when it is not given. */
  baseUrl?: string
  /** For reports and mail. */
  folder: string
  /** Playwright's own: parts of file names, or its options. */
  filters: string[]
}

const LOG_TAIL = 8000

const reporters = {
  attacks: 'list,json,../../proof/attacks/src/engine/table-reporter.ts',
  flows: 'list,json',
}

/** Attacks go one after the other in each database, and a call waits for the server: two keep two cores busy. */
const appsFor = { attacks: 2, flows: 1 }

/** Runs one project of the Playwright suite against an app that nothing else has touched. */
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
    // Against an app that already runs there is no throwaway database for the control group.
    const isControlled = project === 'attacks' && !tests.baseUrl
    const control = isControlled ? await startControlGroup(scope, folder, onOutput) : undefined
    const settings = { LAB: 'on', ...(control && { UNGUARDED_PORT: new URL(control.UNGUARDED_URL).port }) }
    const app = tests.baseUrl
      ? runningApp(tests.baseUrl)
      : sideBySide(await startApps(scope, { folder, project, settings }, onOutput))
    const closed = isControlled ? await startClosedLab(scope, folder, onOutput) : {}
    const tally = await runPlaywright(scope, tests, {
      ...app,
      ...control,
      ...closed,
      CHROMIUM_PATH: tests.browser,
    })
    if (tally.failed > 0 && !parent.isClosing) print(`The server's last words:\n${log}\n`)
    return tally
  } catch (error) {
    print(log)
    throw error
  } finally {
    await scope.close()
  }
}

interface Started extends Pick<BrowserTests, 'folder' | 'project'> {
  settings: Record<string, string>
}

/** With the lab open: its action is an endpoint like any other, and its pages are. */
async function startApps(
  scope: Scope,
  { folder, project, settings }: Started,
  onOutput: (text: string) => void,
): Promise<AppUnderTest[]> {
  const apps = []
  for (let index = 0; index < appsFor[project]; index += 1) {
    apps.push(await startApp(scope, join(folder, String(index)), settings, onOutput))
  }
  return apps
}

/** The app as production has it when nobody asks for the lab. */
async function startClosedLab(scope: Scope, folder: string, onOutput: (text: string) => void) {
  const { BASE_URL } = await startApp(scope, join(folder, 'closed'), {}, onOutput)
  return { CLOSED_LAB_URL: BASE_URL }
}

/** As lists with commas; each worker of the suite takes its own. */
function sideBySide(apps: AppUnderTest[]): AppUnderTest {
  const list = (name: keyof AppUnderTest) => apps.map((app) => app[name]).join(',')
  return {
    BASE_URL: list('BASE_URL'),
    E2E_DATABASE_URL: list('E2E_DATABASE_URL'),
    MAIL_DIRECTORY: list('MAIL_DIRECTORY'),
  }
}

async function runPlaywright(
  scope: Scope,
  tests: BrowserTests,
  settings: Record<string, string>,
): Promise<Tally> {
  const { project, filters } = tests
  const report = join(tests.folder, `${project}.json`)
  const cli = createRequire(join(web, 'package.json')).resolve('@playwright/test/cli')
  const args = [cli, 'test', `--project=${project}`, `--reporter=${reporters[project]}`, ...filters]
  const env = cleanEnvironment({ ...settings, PLAYWRIGHT_JSON_OUTPUT_FILE: report, TMPDIR: tests.folder })
  const exitCode = await runSuite(scope, args, { cwd: web, env })
  return countPlaywright(report, { exitCode, filtered: filters.length > 0 })
}
