import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import startTestPostgres from '@kit/db/testing/vitest-global-setup'
import type { Scope } from '../process/scope'
import { progress } from '../terminal/progress'
import { Refusal } from '@kit/server/refusal'
import { browserMachine, findBrowser } from './browser'
import { runBrowserTests } from './browser-tests'
import { runCheck } from './checks'
import { runKitTest } from './kit-test'
import type { Tally } from './results/tally'
import type { TestRun } from './test-run'
import { runUnitTests } from './unit-tests'

export const parts = ['unit', 'attacks', 'flows'] as const

export type Part = (typeof parts)[number]

export interface TestOptions {
  /** Defaults to everything. */
  part?: Part
  /** Arguments for the part's test runner. */
  filters: string[]
  /** Whether attacks get one app and nothing else. */
  appOnly?: boolean
  /** Whether to use the production build that exists. */
  built?: boolean
  /** A running app to run attacks or flows against. */
  baseUrl?: string
}

/** The result of a step that only prepares others. */
const prepared = { passed: 0, failed: 0 }

/** Runs the steps; a later step runs even if an earlier one failed. */
export async function runTests(run: TestRun, scope: Scope, options: TestOptions): Promise<void> {
  const { part, filters, appOnly, built, baseUrl } = options
  const folder = await scope.acquire(
    makeFolder,
    // Killed processes may still be writing to it.
    (made) => rm(made, { recursive: true, force: true, maxRetries: 10, retryDelay: 300 }),
  )
  const wanted = (candidate: Part) => part === undefined || part === candidate
  const check = (label: string, script: string, ...options: string[]) =>
    run.step(label, () => runCheck(scope, label, script, ...options))

  if (!baseUrl && !(await run.step('Database', () => startDatabase(scope)))) return
  const unit = () => run.step('Unit tests', () => runUnitTests(scope, folder, filters))
  if (part === 'unit') return void (await unit())

  let browser: string | undefined
  const findOne = () =>
    run.step('Browser', async () => {
      browser = await progress('Looking for a browser', (note) => findBrowser(browserMachine(scope), note))
      return prepared
    })
  let isBuilt = false
  const builds = async () => {
    isBuilt = baseUrl !== undefined || built === true || (await check('Production build', 'build:lab'))
    if (!part && isBuilt) await check('Audit of the build', 'audit:actions', '--with-build')
    if (wanted('attacks') && !baseUrl && !appOnly)
      await check('Build of the control group', 'build:unguarded')
  }
  if (part) {
    await findOne()
    await builds()
  } else {
    // Side by side, because each leaves a core idle now and then.
    await Promise.all([
      check('Format', 'format:check')
        .then(() => check('Lint', 'lint'))
        .then(() => check('Types', 'typecheck')),
      check('Spelling', 'spell')
        // An earlier build may list actions this source no longer has.
        .then(() => check('Audit of the source', 'audit:actions', '--without-build')),
      findOne(),
    ])
    await Promise.all([
      unit(),
      builds().then(() => run.step('New domain', () => newDomain(scope, folder, browser))),
    ])
  }
  for (const project of ['attacks', 'flows'] as const) {
    if (!wanted(project)) continue
    await run.step(project === 'attacks' ? 'Attacks' : 'Flows', async () => {
      if (!isBuilt || !browser) throw new Refusal('Skipped: the build or the browser failed.')
      return runBrowserTests(scope, { project, browser, appOnly, baseUrl, folder, filters })
    })
  }
}

async function newDomain(scope: Scope, folder: string, browser: string | undefined): Promise<Tally> {
  if (!browser) throw new Refusal('Skipped: there is no browser.')
  return runKitTest(scope, folder, browser)
}

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-run-'))
  // As root, Postgres runs as another user, who needs access.
  await chmod(folder, 0o755)
  return folder
}

async function startDatabase(scope: Scope) {
  await progress('Starting a temporary PostgreSQL', () =>
    scope.acquire(startTestPostgres, (stop) => stop?.()),
  )
  return prepared
}
