import { expect, it, vi } from 'vitest'
import { Refusal } from './refusal'
import { Scope } from './scope'
import { TestRun } from './test-run'

it('ends with the total, alone on the last line', async () => {
  const run = new TestRun(new Scope())
  await run.step('Lint', async () => ({ passed: 1, failed: 0 }))
  await run.step('Unit tests', async () => ({ passed: 40, failed: 2 }))
  expect(run.summary().trimEnd().split('\n').at(-1)).toBe('41 passed, 2 failed')
})

it('repeats between the steps and the total what failed', async () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const run = new TestRun(new Scope())
  await run.step('Types', () => Promise.reject(new Refusal('"pnpm typecheck" fails.\nx is no string.')))
  const failures = [{ name: 'a.test.ts > adds', message: 'Expected 2.' }]
  await run.step('Unit tests', async () => ({ passed: 40, failed: 1, failures }))
  expect(run.summary()).toMatch(
    /✗ Unit tests.*\n\n✗ Types\n.*"pnpm typecheck" fails\.\n.*x is no string\.\n✗ Unit tests: a\.test\.ts > adds\n.*Expected 2\.\n\n40 passed, 2 failed\n$/,
  )
})

it('counts a step that throws, tells why, and goes on', async () => {
  const report = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const run = new TestRun(new Scope())
  await expect(run.step('Attacks', () => Promise.reject(new Error('No server.')))).resolves.toBe(false)
  await expect(run.step('Flows', async () => ({ passed: 3, failed: 0 }))).resolves.toBe(true)
  expect(run.total()).toEqual({ passed: 3, failed: 1 })
  expect(report.mock.calls.join()).toContain('Attacks: Error: No server.')
})

it('counts a step that has not come to its end, and begins none after that', async () => {
  const scope = new Scope()
  const run = new TestRun(scope)
  void run.step('Flows', () => new Promise(() => {}))
  await scope.close()
  await run.step('More', async () => ({ passed: 1, failed: 0 }))
  expect(run.total()).toEqual({ passed: 0, failed: 1 })
})
