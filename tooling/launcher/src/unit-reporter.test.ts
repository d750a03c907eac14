import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { root } from './paths'
import { runScript } from './script-run'
import { cleanEnvironment } from './settings'
import type { UnitReport } from './unit-reporter'

let folder: string
let report: UnitReport

// Every way in which a test does not pass.
const files = {
  'alone.test.ts': `
    it('waits for nobody', async () => {
      void Promise.reject(new Error('Nobody heard.'))
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
  const file = join(folder, 'report.json')
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const reporter = `--reporter=${join(import.meta.dirname, 'unit-reporter.ts')}`
  const args = [vitest, 'run', '--globals', `--root=${folder}`, reporter]
  await runScript(process.execPath, args, folder, cleanEnvironment({ UNIT_REPORT: file }))
  report = JSON.parse(readFileSync(file, 'utf8'))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('counts what passed', () => expect(report.passed).toBe(2))

it.each([
  ['src/mixed.test.ts > sums > fails', /^AssertionError: expected 2 to be 3/],
  ['src/mixed.test.ts > unprepared', /^Error: No database\./],
  ['src/broken.test.ts', /^Error: It does not load\./],
  ['outside of any test', /^Error: Nobody heard\./],
])('tells that %s failed', (name, message) => {
  expect(report.failed).toContainEqual({ name, message: expect.stringMatching(message) })
  expect(report.failed).toHaveLength(4)
})

it('tells what did not run', () => {
  expect(report.skipped.map(({ name }) => name)).toEqual([
    'src/mixed.test.ts > sums > sleeps',
    'src/mixed.test.ts > unprepared > never runs',
  ])
})
