import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { countResults } from './count'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'results-'))
  file = join(folder, 'results.jsonl')
})

afterEach(() => rmSync(folder, { recursive: true }))

/** Writes events: `passed one` is an event of the test `one`. */
function write(...events: string[]) {
  const lines = events.map((event) => {
    const [type, name] = event.split(' ')
    return `${JSON.stringify({ type, id: name, name, message: type === 'failed' ? 'No.' : '' })}\n`
  })
  writeFileSync(file, lines.join(''))
}

const whole = (message: string) => [{ name: '', message }]

it('counts what passed and what failed', () => {
  write('passed one', 'failed two', 'passed three', 'completed')
  expect(countResults(file, { exitCode: 1 })).toEqual({
    passed: 2,
    failed: 1,
    failures: [{ name: 'two', message: 'No.' }],
  })
})

it('counts the last event of a test', () => {
  write('started one', 'failed one', 'started one', 'passed one', 'completed')
  expect(countResults(file, { exitCode: 0 })).toMatchObject({ passed: 1, failed: 0 })
})

it('counts a skipped test as failed, unless a filter left it out', () => {
  write('passed one', 'skipped two', 'completed')
  const failures = [{ name: 'two', message: 'Skipped.' }]
  expect(countResults(file, { exitCode: 0 })).toEqual({ passed: 1, failed: 1, failures })
  expect(countResults(file, { exitCode: 0 }, true)).toMatchObject({ passed: 1, failed: 0 })
})

it('fails if no test ran', () => {
  const failures = whole('No test ran.')
  write('completed')
  expect(countResults(file, { exitCode: 0 })).toEqual({ passed: 0, failed: 1, failures })
  write('skipped two', 'completed')
  expect(countResults(file, { exitCode: 0 }, true)).toEqual({ passed: 0, failed: 1, failures })
})

it('fails if the runner fails without a failed test', () => {
  write('passed one', 'completed')
  const failures = whole('No test failed, but the exit code is 128.')
  expect(countResults(file, { exitCode: 128 })).toEqual({ passed: 1, failed: 1, failures })
})

it('keeps what ran before the runner was killed, and names what was running', () => {
  write('started one', 'passed one', 'started two', 'failed two', 'started three')
  expect(countResults(file, { exitCode: 137 })).toEqual({
    passed: 1,
    failed: 2,
    failures: [
      ...whole('The test runner ended early, with exit code 137.\nUnfinished: three'),
      { name: 'two', message: 'No.' },
    ],
  })
})

it('ignores a line that was cut off', () => {
  write('passed one')
  writeFileSync(file, '{"type":"pass', { flag: 'a' })
  expect(countResults(file, { exitCode: 137 })).toMatchObject({ passed: 1, failed: 1 })
})

it.each(['', '{', '{}\n', '{\n'])('fails with %j instead of results', (text) => {
  writeFileSync(file, text)
  expect(countResults(file, { exitCode: 0 })).toMatchObject({ passed: 0, failed: 1 })
})

it('fails without results', () => {
  expect(countResults(join(folder, 'none'), { exitCode: 0 })).toMatchObject({ passed: 0, failed: 1 })
})

it('fails if the runner hangs after its last test', () => {
  write('passed one', 'completed')
  const stalled = 'Stopped: no progress for 15 minutes.'
  const failures = whole(stalled)
  expect(countResults(file, { exitCode: 1, stalled })).toEqual({ passed: 1, failed: 1, failures })
})
