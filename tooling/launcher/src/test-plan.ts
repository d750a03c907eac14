import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import startTestPostgres from '@kit/db/testing/vitest-global-setup'
import { browserMachine, findBrowser } from './browser'
import { runBrowserTests } from './browser-tests'
import { runCheck } from './checks'
import { progress } from './progress'
import type { Scope } from './scope'
import type { TestRun } from './test-run'
import { runUnitTests } from './unit-tests'

export const parts = ['unit', 'attacks', 'flows'] as const

export type Part = (typeof parts)[number]

export function isPart(value: string): value is Part {
  return parts.some((part) => part === value)
}

export interface TestOptions {
  /** Everything when it is not given. */
  part?: Part
  /** For the runner of that part. */
  filters: string[]
  /** An app that already runs, for attacks and flows to be run against. */
  baseUrl?: string
}

const setUp = { passed: 0, failed: 0 }

/** Runs what is asked for, one step after the other; a later step runs even when an earlier one has failed. */
export async function runTests(run: TestRun, scope: Scope, options: TestOptions): Promise<void> {
  const { part, filters, baseUrl } = options
  const folder = await scope.acquire(
    makeFolder,
    // What was killed may still be writing.
    (made) => rm(made, { recursive: true, force: true, maxRetries: 10, retryDelay: 300 }),
  )
  const wanted = (candidate: Part) => part === undefined || part === candidate
  const check = (label: string, script: string, ...options: string[]) =>
    run.step(label, () => runCheck(scope, label, script, ...options))

  if (!baseUrl && !(await run.step('Database', () => startDatabase(scope)))) return
  if (!part) {
    await check('Format', 'format:check')
    await check('Lint', 'lint')
    // Whatever an earlier build lists is not what this source makes.
    await check('Audit of the source', 'audit:actions', '--without-build')
    await check('Types', 'typecheck')
  }
  if (wanted('unit')) await run.step('Unit tests', () => runUnitTests(scope, folder, filters))
  if (part === 'unit') return

  let browser: string | undefined
  await run.step('Browser', async () => {
    browser = await progress('Looking for a browser', (note) => findBrowser(browserMachine(scope), note))
    return setUp
  })
  const isBuilt = baseUrl !== undefined || (await check('Production build', 'build:lab'))
  if (!part && isBuilt) await check('Audit of the build', 'audit:actions', '--with-build')
  if (wanted('attacks') && !baseUrl) await check('Build of the control group', 'build:unguarded')
  for (const project of ['attacks', 'flows'] as const) {
    if (!wanted(project)) continue
    await run.step(project === 'attacks' ? 'Attacks' : 'Flows', async () => {
      if (!isBuilt || !browser) throw new Error('Not run, for want of the above.')
      return runBrowserTests(scope, { project, browser, baseUrl, folder, filters })
    })
  }
}

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-run-'))
  // As root, Postgres runs as another user, who has to pass through.
  await chmod(folder, 0o755)
  return folder
}

async function startDatabase(scope: Scope) {
  await progress('Starting a throwaway PostgreSQL', () =>
    scope.acquire(startTestPostgres, (stop) => stop?.()),
  )
  return setUp
}
