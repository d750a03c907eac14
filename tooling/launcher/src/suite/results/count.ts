import type { Ended } from '../../process/run'
import { readEvents } from './events'
import type { ResultEvent } from './events'
import type { Failure } from './failures'
import type { Tally } from './tally'

/**
 * Counts a results file. A skipped test counts as failed, unless a filter left it out. A runner that was stopped, ended
 * early, failed without a failed test, or ran no test is one more failure.
 */
export function countResults(file: string, { exitCode, stalled }: Ended, filtered = false): Tally {
  const events = readEvents(file)
  const results = [...lastOfEach(events).values()]
  const passed = results.filter(({ type }) => type === 'passed').length
  const failures: Failure[] = results.flatMap((event) => {
    if (event.type === 'failed') return { name: event.name, message: event.message }
    return event.type === 'skipped' && !filtered ? { name: event.name, message: 'Skipped.' } : []
  })
  const isComplete = events.some(({ type }) => type === 'completed')
  const unfinished = results.flatMap((event) => (event.type === 'started' ? event.name : []))
  const whole = (...lines: string[]) => ({ name: '', message: lines.join('\n') })
  if (stalled || !isComplete) {
    const reason = stalled ?? `The test runner ended early, with exit code ${exitCode}.`
    failures.unshift(whole(reason, ...unfinished.map((name) => `Unfinished: ${name}`)))
  } else if (failures.length === 0 && exitCode !== 0) {
    failures.push(whole(`No test failed, but the exit code is ${exitCode}.`))
  } else if (failures.length === 0 && passed === 0) {
    failures.push(whole('No test ran.'))
  }
  return { passed, failed: failures.length, failures }
}

function lastOfEach(events: ResultEvent[]) {
  const tests = events.filter((event) => event.type !== 'completed')
  return new Map(tests.map((event) => [event.id, event]))
}
