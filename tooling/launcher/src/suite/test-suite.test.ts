import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { stallLimit } from '../process/run'
import { isGroupAlive } from '@kit/server/process-table'
import { Scope } from '../process/scope'
import { runTestSuite } from './test-suite'

const LIMIT_MS = 60_000

let folder: string
let results: string
let scope: Scope

beforeEach(() => {
  scope = new Scope()
  folder = mkdtempSync(join(tmpdir(), 'test-suite-'))
  results = join(folder, 'results.jsonl')
})

afterEach(async () => {
  await scope.close()
  rmSync(folder, { recursive: true })
})

// A test runner. The test has its own clock: time passes only when `now` changes.
const runner = `
  const { appendFileSync, existsSync } = require('node:fs')
  const { setTimeout: sleep } = require('node:timers/promises')
  const record = (event) => appendFileSync(process.env.TEST_RESULTS, JSON.stringify(event) + '\\n')
  const pass = (id) => {
    record({ type: 'started', id, name: id })
    record({ type: 'passed', id, name: id, message: '' })
  }
`

function suite(script: string, now: () => number, onOutput = (_text: string) => {}) {
  const file = join(folder, 'runner.cjs')
  writeFileSync(file, runner + script)
  return runTestSuite(scope, {
    args: [file],
    cwd: folder,
    env: {},
    results,
    filtered: false,
    onOutput,
    stall: { limitMs: LIMIT_MS, now },
  })
}

const recorded = () => (existsSync(results) ? readFileSync(results, 'utf8') : '')

it('stops a runner that hangs, with everything it started, and reports what ran', async () => {
  let time = 0
  // Time passes only once the runner hangs.
  const now = () => (recorded().includes('hangs') ? (time += LIMIT_MS / 2) : time)
  let output = ''
  const hanging = `
    require('node:child_process').spawn('sleep', ['300'])
    console.log('group', process.pid)
    pass('one'); pass('two')
    record({ type: 'failed', id: 'three', name: 'three', message: 'No.' })
    record({ type: 'started', id: 'hangs', name: 'hangs' })
    setInterval(() => {}, 1000)`
  const tally = await suite(hanging, now, (text) => (output += text))
  expect(tally).toEqual({
    passed: 2,
    failed: 2,
    failures: [
      { name: '', message: 'Stopped: no progress for 1 minutes.\nUnfinished: hangs' },
      { name: 'three', message: 'No.' },
    ],
  })
  expect(isGroupAlive(Number(/group (\d+)/.exec(output)?.[1]))).toBe(false)
})

it.each([
  ['tests that finish', 'pass(String(index))'],
  ['output', `console.log(index)`],
])('lets a slow runner finish that shows progress by %s', async (_name, step) => {
  let time = 0
  let output = ''
  let seen = ''
  // Nearly the limit passes between two signs of progress, and the runner waits for it.
  const now = () => {
    const current = output + recorded()
    if (current === seen) return time
    seen = current
    time += LIMIT_MS * 0.9
    writeFileSync(join(folder, String(time)), '')
    return time
  }
  const slow = `void (async () => {
    for (let index = 1; index <= 4; index += 1) {
      ${step}
      while (!existsSync(String(index * ${LIMIT_MS * 0.9}))) await sleep(20)
    }
    pass('last')
    record({ type: 'completed' })
  })()`
  await expect(suite(slow, now, (text) => (output += text))).resolves.toMatchObject({ failed: 0 })
  expect(time).toBeGreaterThan(3 * LIMIT_MS)
})

it.each(['0', '-1', 'soon'])('refuses %s as a stall limit', (minutes) => {
  vi.stubEnv('TEST_STALL_MINUTES', minutes)
  expect(() => stallLimit()).toThrow(`TEST_STALL_MINUTES must be a positive number, not ${minutes}.`)
  vi.unstubAllEnvs()
})
