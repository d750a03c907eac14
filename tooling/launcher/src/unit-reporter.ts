import { writeFileSync } from 'node:fs'
import type { Reporter, SerializedError, TestCase, TestModule, TestSuite } from 'vitest/node'
import type { Failure } from './failures'

/** What came of the unit tests. */
export interface UnitReport {
  passed: number
  failed: Failure[]
  skipped: Failure[]
}

/**
 * Writes a `UnitReport` to the file that UNIT_REPORT names. Vitest's own JSON has neither what a `beforeAll` threw nor
 * what was thrown outside of any test.
 */
export default class UnitReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const report: UnitReport = {
      passed: tests.filter((test) => test.result().state === 'passed').length,
      failed: [
        ...modules.flatMap(failuresIn),
        ...unhandled.map((error) => ({ name: 'outside of any test', message: tell([error]) })),
      ],
      skipped: tests
        .filter((test) => ['skipped', 'pending'].includes(test.result().state))
        .map((test) => ({ name: nameOf(test), message: 'It was not run.' })),
    }
    if (process.env.UNIT_REPORT) writeFileSync(process.env.UNIT_REPORT, JSON.stringify(report))
  }
}

function failuresIn(module: TestModule): Failure[] {
  const groups = [module, ...module.children.allSuites()]
  return [
    ...groups
      .filter((group) => group.errors().length > 0)
      .map((group) => ({ name: nameOf(group), message: tell(group.errors()) })),
    ...[...module.children.allTests('failed')].map((test) => ({
      name: nameOf(test),
      message: tell(test.result().errors ?? []),
    })),
  ]
}

function nameOf(thing: TestModule | TestSuite | TestCase): string {
  return thing.type === 'module'
    ? thing.moduleId.replace(`${process.cwd()}/`, '')
    : `${nameOf(thing.module)} > ${thing.fullName}`
}

function tell(errors: readonly SerializedError[]): string {
  return errors.map(({ name, message, stack }) => stack ?? `${name}: ${message}`).join('\n')
}
