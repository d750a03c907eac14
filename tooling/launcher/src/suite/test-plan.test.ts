import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Scope } from '../process/scope'
import { Refusal } from '@kit/server/refusal'
import { runTests } from './test-plan'
import { TestRun } from './test-run'

const events: string[] = []
let failing: string[]

/** Stands for a step that takes a while. */
async function step(label: string) {
  events.push(`${label} starts`)
  await new Promise((resolve) => setImmediate(resolve))
  events.push(`${label} ends`)
  if (failing.includes(label)) throw new Refusal('It failed.')
  return { passed: 1, failed: 0 }
}

vi.mock('./browser', () => ({ browserMachine: () => ({}), findBrowser: async () => '/bin/chromium' }))
vi.mock('./checks', () => ({ runCheck: (_: Scope, label: string) => step(label) }))
vi.mock('./unit-tests', () => ({ runUnitTests: () => step('Unit tests') }))
vi.mock('./kit-test', () => ({ runKitTest: () => step('New domain') }))
vi.mock('./browser-tests', () => ({
  runBrowserTests: (_: Scope, { project }: { project: string }) => step(project),
}))

beforeEach(() => {
  events.length = 0
  failing = []
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  vi.spyOn(process.stdout, 'write').mockReturnValue(true)
})

afterEach(() => vi.restoreAllMocks())

async function plan() {
  const scope = new Scope()
  const run = new TestRun(scope)
  await runTests(run, scope, { filters: [] })
  await scope.close()
  return run.total()
}

const before = (first: string, second: string) => events.indexOf(first) < events.indexOf(second)

it('runs every step, and none before what it needs', async () => {
  await expect(plan()).resolves.toEqual({ passed: 12, failed: 0 })
  expect(events).toHaveLength(24)
  // Types include files that a build replaces, and the new domain takes over what the type checker found.
  expect(before('Types ends', 'Production build starts')).toBe(true)
  expect(before('Types ends', 'New domain starts')).toBe(true)
  expect(before('Production build ends', 'Audit of the build starts')).toBe(true)
  for (const label of ['Production build', 'Build of the control group', 'Unit tests', 'New domain'])
    expect(before(`${label} ends`, 'attacks starts')).toBe(true)
  expect(before('attacks ends', 'flows starts')).toBe(true)
})

it('continues after a failure, without what needs it', async () => {
  failing = ['Lint', 'Production build']
  await expect(plan()).resolves.toEqual({ passed: 7, failed: 4 })
  expect(events).toContain('Unit tests ends')
  expect(events).toContain('New domain ends')
  expect(events).not.toContain('Audit of the build starts')
  expect(events).not.toContain('attacks starts')
})
