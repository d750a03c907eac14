import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { execa } from 'execa'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { cleanEnvironment } from '../../repository/settings'
import { countResults } from './count'

const cli = createRequire(import.meta.url).resolve('@playwright/test/cli')
let folder: string

// In this package, so the files resolve Playwright.
beforeEach(() => {
  folder = mkdtempSync(join(import.meta.dirname, '../../../.playwright-reporter-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function run(projects: string, files: Record<string, string>) {
  const config = `export default { testDir: '.', workers: 1, projects: ${projects} }`
  for (const [name, text] of Object.entries({ 'playwright.config.ts': config, ...files })) {
    writeFileSync(join(folder, name), `import { expect, test } from '@playwright/test'\n${text}`)
  }
  const results = join(folder, 'results.jsonl')
  const reporter = `--reporter=${join(import.meta.dirname, 'playwright-reporter.ts')}`
  const env = cleanEnvironment({ TEST_RESULTS: results })
  const { exitCode } = await execa(process.execPath, [cli, 'test', reporter], {
    cwd: folder,
    env,
    extendEnv: false,
    reject: false,
  })
  return countResults(results, { exitCode: exitCode ?? 1 })
}

it('counts what passed, failed, was skipped, passed only on a retry, or did not run after another project', async () => {
  const projects = `[
    { name: 'one', testMatch: 'sums.spec.ts', retries: 1 },
    { name: 'two', testMatch: 'second.spec.ts', dependencies: ['one'] },
  ]`
  const tally = await run(projects, {
    'sums.spec.ts': `
      test.describe('sums', () => {
        test('adds', () => expect(1 + 1).toBe(2))
        test('fails', () => expect(1 + 1).toBe(3))
        test.skip('sleeps', () => {})
        test('needs luck', ({}, { retry }) => expect(retry).toBe(1))
      })`,
    'second.spec.ts': `test('waits', () => {})`,
  })
  expect(tally.failures?.map(({ name }) => name).toSorted()).toEqual([
    'second.spec.ts > waits',
    'sums.spec.ts > sums > fails',
    'sums.spec.ts > sums > needs luck',
    'sums.spec.ts > sums > sleeps',
  ])
  expect(tally.failures).toContainEqual({ name: 'second.spec.ts > waits', message: 'Skipped.' })
  expect(tally).toMatchObject({ passed: 1, failed: 4 })
})

it('counts an error outside any test', async () => {
  const tally = await run(`[{ name: 'one' }]`, { 'broken.spec.ts': `throw new Error('It does not load.')` })
  const message = expect.stringContaining('It does not load.')
  expect(tally.failures).toContainEqual({ name: 'outside of any test', message })
})
