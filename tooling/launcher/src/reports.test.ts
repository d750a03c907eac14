import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { countPlaywright, countUnitTests } from './reports'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reports-'))
  file = join(folder, 'report.json')
})

afterEach(() => rmSync(folder, { recursive: true }))

const named = (name: string) => ({ name, message: 'No.' })

const unit = (passed: number, failed: string[] = [], skipped: string[] = []) => {
  writeFileSync(file, JSON.stringify({ passed, failed: failed.map(named), skipped: skipped.map(named) }))
}

const playwright = (statuses: string[], errors: string[] = []) => {
  const specs = statuses.map((status, index) => {
    const results = [{ errors: status === 'expected' ? [] : [{ message: 'No.' }] }]
    return { file: 'a.spec.ts', title: `test ${index}`, tests: [{ status, results }] }
  })
  const expected = statuses.filter((status) => status === 'expected').length
  writeFileSync(
    file,
    JSON.stringify({
      suites: [{ title: 'a.spec.ts', specs: [], suites: [{ title: 'people', specs }] }],
      errors: errors.map((message) => ({ message })),
      stats: { expected },
    }),
  )
}

const asAWhole = (message: RegExp) => [{ name: '', message: expect.stringMatching(message) }]

describe('countUnitTests', () => {
  it('counts what passed and what failed, and says which', () => {
    unit(3, ['one'])
    expect(countUnitTests(file, { exitCode: 1 })).toEqual({
      passed: 3,
      failed: 1,
      failures: [{ name: 'one', message: 'No.' }],
    })
  })

  it('counts a skipped test as failed, unless a filter left it out', () => {
    unit(1, [], ['two'])
    const failures = [{ name: 'two', message: 'No.' }]
    expect(countUnitTests(file, { exitCode: 0 })).toEqual({ passed: 1, failed: 1, failures })
    expect(countUnitTests(file, { exitCode: 0, filtered: true })).toMatchObject({ passed: 1, failed: 0 })
  })

  it('counts no test at all as a failure', () => {
    const failures = asAWhole(/no test/)
    unit(0)
    expect(countUnitTests(file, { exitCode: 0 })).toEqual({ passed: 0, failed: 1, failures })
    unit(0, [], ['two'])
    expect(countUnitTests(file, { exitCode: 0, filtered: true })).toEqual({ passed: 0, failed: 1, failures })
  })

  it('counts a runner that fails without a failed test', () => {
    unit(1)
    const failures = asAWhole(/exit code is 1/)
    expect(countUnitTests(file, { exitCode: 1 })).toEqual({ passed: 1, failed: 1, failures })
  })

  it.each(['', '{', '{}', 'null'])('counts the report %j as a failure', (text) => {
    writeFileSync(file, text)
    const failures = asAWhole(/no report/)
    expect(countUnitTests(file, { exitCode: 0 })).toEqual({ passed: 0, failed: 1, failures })
  })

  it('counts a missing report as a failure', () => {
    expect(countUnitTests(join(folder, 'none'), { exitCode: 0 })).toMatchObject({ passed: 0, failed: 1 })
  })
})

describe('countPlaywright', () => {
  it('counts what passed and what failed, and says which', () => {
    playwright(['expected', 'unexpected', 'expected'])
    expect(countPlaywright(file, { exitCode: 1 })).toEqual({
      passed: 2,
      failed: 1,
      failures: [{ name: 'a.spec.ts > people > test 1', message: 'No.' }],
    })
  })

  it('counts a skipped test, and one that passed at the second try, as failed', () => {
    playwright(['expected', 'flaky', 'skipped'])
    expect(countPlaywright(file, { exitCode: 0 })).toMatchObject({ passed: 1, failed: 2 })
  })

  it('leaves out what a filter left out', () => {
    playwright(['expected', 'skipped'])
    expect(countPlaywright(file, { exitCode: 0, filtered: true })).toMatchObject({ passed: 1, failed: 0 })
  })

  it('counts an error outside of any test', () => {
    playwright(['expected'], ['A fixture could not be loaded.'])
    const failures = [{ name: 'outside of any test', message: 'A fixture could not be loaded.' }]
    expect(countPlaywright(file, { exitCode: 1 })).toEqual({ passed: 1, failed: 1, failures })
  })

  it('counts no test at all as a failure', () => {
    playwright([])
    expect(countPlaywright(file, { exitCode: 0 })).toMatchObject({ passed: 0, failed: 1 })
  })

  it('counts a runner that fails without a failed test', () => {
    playwright(['expected'])
    const failures = asAWhole(/exit code is 128/)
    expect(countPlaywright(file, { exitCode: 128 })).toEqual({ passed: 1, failed: 1, failures })
  })

  it('counts a missing report as a failure', () => {
    expect(countPlaywright(join(folder, 'none'), { exitCode: 0 })).toMatchObject({ passed: 0, failed: 1 })
  })
})
