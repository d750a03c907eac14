import { describeFailures } from './failures'
import { failureText } from './refusal'
import type { Scope } from './scope'
import { describe, sum } from './tally'
import type { Tally } from './tally'

interface Step {
  label: string
  tally: Tally
}

/** The steps of a run of the tests so far, and what came of them. */
export class TestRun {
  #steps: Step[] = []
  readonly #scope: Scope

  constructor(scope: Scope) {
    this.#scope = scope
  }

  /**
   * Runs a step and counts it. It counts as one failure until it has come to its end, so that an interrupted run has
   * failed. Resolves to whether nothing failed; a step that throws has failed, and the run goes on.
   */
  async step(label: string, work: () => Promise<Tally>): Promise<boolean> {
    if (this.#scope.isClosing) return false
    const step: Step = { label, tally: { passed: 0, failed: 1 } }
    this.#steps.push(step)
    try {
      step.tally = await work()
    } catch (error) {
      const message = failureText(error)
      step.tally = { passed: 0, failed: 1, failures: [{ name: '', message }] }
      if (!this.#scope.isClosing) process.stderr.write(`${label}: ${message}\n`)
    }
    return step.tally.failed === 0
  }

  total(): Tally {
    return sum(this.#steps.map(({ tally }) => tally))
  }

  /** A line for each step, then all that failed, and the total as the last: the end of the output tells it all. */
  summary(): string {
    const width = Math.max(0, ...this.#steps.map(({ label }) => label.length))
    const lines = this.#steps
      .filter(({ tally }) => tally.passed + tally.failed > 0)
      .map(({ label, tally }) => `${tally.failed > 0 ? '✗' : '✓'} ${label.padEnd(width)}  ${describe(tally)}`)
    const failures = this.#steps.flatMap(({ label, tally }) => describeFailures(label, tally.failures ?? []))
    if (failures.length > 0) failures.unshift('')
    return ['', ...lines, ...failures, '', describe(this.total()), ''].join('\n')
  }
}
