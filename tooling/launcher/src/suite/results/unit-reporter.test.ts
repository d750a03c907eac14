import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { root } from '../../repository/paths'
import { cleanEnvironment } from '../../repository/settings'
import { countResults } from './count'
import type { Tally } from './tally'

let folder: string
let tally: Tally

// Every way a test can fail to pass.
const files = {
  'alone.test.ts': `
    it('does not wait', async () => {
      void Promise.reject(new Error('Unhandled.'))
      await new Promise((resolve) => setTimeout(resolve, 10))
    })`,
  'broken.test.ts': `throw new Error('It does not load.')`,
  'mixed.test.ts': `
    describe('sums', () => {
      it('adds', () => expect(1 + 1).toBe(2))
      it('fails', () => expect(1 + 1).toBe(3))
      it.skip('sleeps', () => {})
    })
    describe('unprepared', () => {
      beforeAll(() => { throw new Error('No database.') })
      it('never runs', () => {})
    })`,
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'unit-reporter-'))
  mkdirSync(join(folder, 'src'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'src', name), text)
  const results = join(folder, 'results.jsonl')
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const reporter = `--reporter=${join(import.meta.dirname, 'unit-reporter.ts')}`
  const args = [vitest, 'run', '--globals', `--root=${folder}`, reporter]
  const env = cleanEnvironment({ TEST_RESULTS: results })
  const { exitCode } = await execa(process.execPath, args, {
    cwd: folder,
    env,
    extendEnv: false,
    reject: false,
  })
  tally = countResults(results, { exitCode: exitCode ?? 1 })
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('counts what passed', () => expect(tally).toMatchObject({ passed: 2, failed: 6 }))

it.each([
  ['src/mixed.test.ts > sums > fails', /^AssertionError: expected 2 to be 3/],
  ['src/mixed.test.ts > unprepared', /^Error: No database\./],
  ['src/broken.test.ts', /^Error: It does not load\./],
  ['outside of any test', /^Error: Unhandled\./],
  ['src/mixed.test.ts > sums > sleeps', /^Skipped\./],
  ['src/mixed.test.ts > unprepared > never runs', /^Skipped\./],
])('says that %s did not pass', (name, message) => {
  expect(tally.failures).toContainEqual({ name, message: expect.stringMatching(message) })
})
