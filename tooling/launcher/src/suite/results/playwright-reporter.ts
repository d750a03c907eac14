import type { Reporter, Suite, TestCase, TestError } from '@playwright/test/reporter'
import { recordEvents } from './events'
import type { ResultEvent } from './events'

/** Playwright's reporter. Its own JSON comes at the end only, and not at all if the runner is killed. */
export default class PlaywrightReporter implements Reporter {
  #tests: TestCase[] = []
  #errors = 0

  onBegin(_config: unknown, suite: Suite): void {
    this.#tests = suite.allTests()
  }

  onTestBegin(test: TestCase): void {
    recordEvents([{ type: 'started', id: test.id, name: nameOf(test) }])
  }

  onTestEnd(test: TestCase): void {
    recordEvents([resultOf(test)])
  }

  onError({ message, value }: TestError): void {
    this.#errors += 1
    const id = `error ${this.#errors}`
    recordEvents([{ type: 'failed', id, name: 'outside of any test', message: message ?? value ?? '' }])
  }

  onEnd(): void {
    const left = this.#tests.filter(({ results }) => results.length === 0)
    recordEvents([...left.map(resultOf), { type: 'completed' }])
  }

  printsToStdio(): boolean {
    return false
  }
}

/** A test that passes only on a retry has failed. */
function resultOf(test: TestCase): ResultEvent {
  const outcome = test.outcome()
  const type = outcome === 'expected' ? 'passed' : outcome === 'skipped' ? 'skipped' : 'failed'
  const errors = test.results.flatMap(({ errors }) => errors)
  const message = errors.map(({ message, value }) => message ?? value ?? '').join('\n')
  return { type, id: test.id, name: nameOf(test), message }
}

function nameOf(test: TestCase): string {
  const [, , ...path] = test.titlePath()
  return path.join(' > ')
}
