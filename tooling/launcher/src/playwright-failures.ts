import type { JSONReport, JSONReportSpec, JSONReportSuite } from '@playwright/test/reporter'
import type { Failure } from './failures'

/** What is read of Playwright's JSON report. */
export type PlaywrightReport = Pick<JSONReport, 'suites' | 'errors' | 'stats'>

/** Everything that did not pass at the first try; what a filter left out is no fault. */
export function playwrightFailures({ suites, errors }: PlaywrightReport, filtered = false): Failure[] {
  const tests = suites
    .flatMap((suite) => specsIn(suite, []))
    .flatMap(({ spec, path }) => spec.tests.map((test) => ({ test, name: [spec.file, ...path].join(' > ') })))
  return [
    ...tests
      .filter(({ test }) => test.status !== 'expected' && !(filtered && test.status === 'skipped'))
      .map(({ test, name }) => ({ name, message: messageOf(test) })),
    ...errors.map((error) => ({ name: 'outside of any test', message: error.message ?? error.value ?? '' })),
  ]
}

function specsIn(suite: JSONReportSuite, above: string[]): { spec: JSONReportSpec; path: string[] }[] {
  return [
    ...suite.specs.map((spec) => ({ spec, path: [...above, spec.title] })),
    ...(suite.suites ?? []).flatMap((inner) => specsIn(inner, [...above, inner.title])),
  ]
}

function messageOf({ status, results }: JSONReportSpec['tests'][number]): string {
  if (status === 'skipped') return 'It was not run.'
  return results.flatMap(({ errors }) => errors.map(({ message }) => message)).join('\n')
}
