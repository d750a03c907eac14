import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { countPlaywright, countVitest } from './reports'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reports-'))
  file = join(folder, 'report.json')
})

afterEach(() => rmSync(folder, { recursive: true }))

const vitest = (...files: { status: string; tests: string[] }[]) => {
  const testResults = files.map(({ status, tests }) => ({
    status,
    assertionResults: tests.map((test) => ({ status: test })),
  }))
  writeFileSync(file, JSON.stringify({ testResults }))
}

const playwright = (stats: Record<string, number>, errors: unknown[] = []) => {
  writeFileSync(
    file,
    JSON.stringify({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats }, errors }),
  )
}

describe('countVitest', () => {
  it('counts what passed and what failed', () => {
    vitest(
      { status: 'passed', tests: ['passed', 'passed'] },
      { status: 'failed', tests: ['failed', 'passed'] },
    )
    expect(countVitest(file, { exitCode: 1 })).toEqual({ passed: 3, failed: 1 })
  })

  it('counts a file that could not be loaded', () => {
    vitest({ status: 'failed', tests: [] }, { status: 'passed', tests: ['passed'] })
    expect(countVitest(file, { exitCode: 1 })).toEqual({ passed: 1, failed: 1 })
  })

  it.each(['skipped', 'pending', 'todo', 'disabled'])('counts a %s test as failed', (status) => {
    vitest({ status: 'passed', tests: ['passed', status] })
    expect(countVitest(file, { exitCode: 0 })).toEqual({ passed: 1, failed: 1 })
  })

  it('leaves out what a filter left out', () => {
    vitest({ status: 'passed', tests: ['passed', 'skipped'] })
    expect(countVitest(file, { exitCode: 0, filtered: true })).toEqual({ passed: 1, failed: 0 })
  })

  it('counts no test at all as a failure', () => {
    vitest()
    expect(countVitest(file, { exitCode: 0 })).toEqual({ passed: 0, failed: 1 })
    vitest({ status: 'passed', tests: ['skipped'] })
    expect(countVitest(file, { exitCode: 0, filtered: true })).toEqual({ passed: 0, failed: 1 })
  })

  it('counts an error outside of any test', () => {
    vitest({ status: 'passed', tests: ['passed'] })
    expect(countVitest(file, { exitCode: 1 })).toEqual({ passed: 1, failed: 1 })
  })

  it.each(['', '{', '{}', 'null'])('counts the report %j as a failure', (text) => {
    writeFileSync(file, text)
    expect(countVitest(file, { exitCode: 0 })).toEqual({ passed: 0, failed: 1 })
  })

  it('counts a missing report as a failure', () => {
    expect(countVitest(join(folder, 'none'), { exitCode: 0 })).toEqual({ passed: 0, failed: 1 })
  })
})

describe('countPlaywright', () => {
  it('counts what passed and what failed', () => {
    playwright({ expected: 5, unexpected: 2 })
    expect(countPlaywright(file, { exitCode: 1 })).toEqual({ passed: 5, failed: 2 })
  })

  it('counts a skipped test, and one that passed at the second try, as failed', () => {
    playwright({ expected: 5, flaky: 1, skipped: 2 })
    expect(countPlaywright(file, { exitCode: 0 })).toEqual({ passed: 5, failed: 3 })
  })

  it('counts an error outside of any test', () => {
    playwright({ expected: 1 }, [{ message: 'A fixture could not be loaded.' }])
    expect(countPlaywright(file, { exitCode: 1 })).toEqual({ passed: 1, failed: 1 })
  })

  it('counts no test at all as a failure', () => {
    playwright({})
    expect(countPlaywright(file, { exitCode: 0 })).toEqual({ passed: 0, failed: 1 })
  })

  it('counts a runner that fails without a failed test', () => {
    playwright({ expected: 3 })
    expect(countPlaywright(file, { exitCode: 128 })).toEqual({ passed: 3, failed: 1 })
  })

  it('counts a missing report as a failure', () => {
    expect(countPlaywright(join(folder, 'none'), { exitCode: 0 })).toEqual({ passed: 0, failed: 1 })
  })
})
