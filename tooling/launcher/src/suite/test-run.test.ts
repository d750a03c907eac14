import { expect, it, vi } from 'vitest'
import { Scope } from '../process/scope'
import { Refusal } from '@kit/server/refusal'
import { TestRun } from './test-run'

it('ends with the total, alone on the last line', async () => {
  const run = new TestRun(new Scope())
  await run.step('Lint', async () => ({ passed: 1, failed: 0 }))
  await run.step('Unit tests', async () => ({ passed: 40, failed: 2 }))
  expect(run.summary().trimEnd().split('\n').at(-1)).toBe('41 passed, 2 failed')
})

it('repeats failures between the steps and the total', async () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const run = new TestRun(new Scope())
  await run.step('Types', () => Promise.reject(new Refusal('"pnpm typecheck" failed.\nx is no string.')))
  const failures = [{ name: 'a.test.ts > adds', message: 'Expected 2.' }]
  await run.step('Unit tests', async () => ({ passed: 40, failed: 1, failures }))
  expect(run.summary()).toMatch(
    /✗ Unit tests[^]*\n\n✗ Types\n.*"pnpm typecheck" failed\.\n.*x is no string\.\n✗ Unit tests: a\.test\.ts > adds\n.*Expected 2\.\n\n40 passed, 2 failed\n$/,
  )
})

it('says what each step and the whole run cost', async () => {
  let cpu = 0
  const run = new TestRun(new Scope(), () => cpu)
  const step = (label: string, seconds: number) =>
    run.step(label, async () => {
      cpu += seconds
      return { passed: 1, failed: 0 }
    })
  await step('Lint', 2)
  await step('Flows', 125)
  const lines = run.summary().split('\n')
  expect(lines.find((line) => line.includes('Lint'))).toMatch(/CPU 2\.0 s$/)
  expect(lines.find((line) => line.includes('Flows'))).toMatch(/CPU 2 min 5 s$/)
  expect(lines.find((line) => line.includes('Total'))).toMatch(/CPU 2 min 7 s$/)
})

it('assigns no CPU time to steps that ran at the same time', async () => {
  const run = new TestRun(new Scope(), () => 7)
  let end = () => {}
  const held = new Promise<void>((resolve) => {
    end = resolve
  })
  const tally = { passed: 1, failed: 0 }
  const first = run.step('Unit tests', () => held.then(() => tally))
  await run.step('New domain', async () => tally)
  end()
  await first
  const lines = run.summary().split('\n')
  for (const label of ['Unit tests', 'New domain'])
    expect(lines.find((line) => line.includes(label))).not.toContain('CPU')
  expect(lines.find((line) => line.includes('Total'))).toMatch(/CPU 7\.0 s$/)
})

it('counts a step that throws, prints the reason and continues', async () => {
  const report = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const run = new TestRun(new Scope())
  await expect(run.step('Attacks', () => Promise.reject(new Error('No server.')))).resolves.toBe(false)
  await expect(run.step('Flows', async () => ({ passed: 3, failed: 0 }))).resolves.toBe(true)
  expect(run.total()).toEqual({ passed: 3, failed: 1 })
  expect(report.mock.calls.join()).toContain('Attacks: Error: No server.')
})

it('counts an unfinished step as failed, and starts none after it', async () => {
  const scope = new Scope()
  const run = new TestRun(scope)
  void run.step('Flows', () => new Promise(() => {}))
  await scope.close()
  await run.step('More', async () => ({ passed: 1, failed: 0 }))
  expect(run.total()).toEqual({ passed: 0, failed: 1 })
})
