import type { Scope } from '../process/scope'
import { duration } from '../terminal/duration'
import { failureText } from '@kit/server/refusal'
import { describeFailures } from './results/failures'
import { describe, sum } from './results/tally'
import type { Tally } from './results/tally'

interface Step {
  label: string
  tally: Tally
  /** In seconds. */
  wall: number
  /** Undefined if another step ran at the same time. */
  cpu: number | undefined
}

/** The steps of a test run so far, and their results. */
export class TestRun {
  #steps: Step[] = []
  readonly #running = new Set<Step>()
  readonly #overlapped = new WeakSet<Step>()
  readonly #start = performance.now()
  readonly #scope: Scope
  readonly #cpu: () => number | undefined

  /** @param cpu the CPU time of the whole run so far, in seconds */
  constructor(scope: Scope, cpu: () => number | undefined = () => undefined) {
    this.#scope = scope
    this.#cpu = cpu
  }

  /**
   * Runs a step and counts it. Steps may overlap. Until it ends it counts as one failure, so an interrupted run has failed. A step that throws has failed, and the run continues. Resolves to whether the step passed.
   */
  async step(label: string, work: () => Promise<Tally>): Promise<boolean> {
    if (this.#scope.isClosing) return false
    const step: Step = { label, tally: { passed: 0, failed: 1 }, wall: 0, cpu: undefined }
    this.#steps.push(step)
    this.#running.add(step)
    if (this.#running.size > 1) for (const each of this.#running) this.#overlapped.add(each)
    const start = performance.now()
    const cpuBefore = this.#cpu()
    try {
      step.tally = await work()
    } catch (error) {
      const message = failureText(error)
      step.tally = { passed: 0, failed: 1, failures: [{ name: '', message }] }
      if (!this.#scope.isClosing) process.stderr.write(`${label}: ${message}\n`)
    }
    this.#running.delete(step)
    const cpuAfter = this.#cpu()
    step.wall = (performance.now() - start) / 1000
    const isKnown = cpuBefore !== undefined && cpuAfter !== undefined && !this.#overlapped.has(step)
    if (isKnown) step.cpu = cpuAfter - cpuBefore
    return step.tally.failed === 0
  }

  total(): Tally {
    return sum(this.#steps.map(({ tally }) => tally))
  }

  /** A line for each step, then the failures, then the total on the last line. */
  summary(): string {
    const width = Math.max(0, ...this.#steps.map(({ label }) => label.length))
    const lines = this.#steps.map(({ label, tally, wall, cpu }) => {
      const result = tally.passed + tally.failed > 0 ? describe(tally) : 'ready'
      return `${tally.failed > 0 ? '✗' : '✓'} ${label.padEnd(width)}  ${result.padEnd(24)}  ${cost(wall, cpu)}`
    })
    const wall = (performance.now() - this.#start) / 1000
    const cpu = this.#cpu()
    const failures = this.#steps.flatMap(({ label, tally }) => describeFailures(label, tally.failures ?? []))
    if (failures.length > 0) failures.unshift('')
    const parts = ['', ...lines, '', `Total: ${cost(wall, cpu)}`, ...failures, '', describe(this.total()), '']
    return parts.join('\n')
  }
}

function cost(wall: number, cpu: number | undefined): string {
  return cpu === undefined ? duration(wall) : `${duration(wall)}, CPU ${duration(cpu)}`
}
