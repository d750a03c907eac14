import type { Reporter, SerializedError, TestCase, TestModule, TestSuite } from 'vitest/node'
import { recordEvents } from './events'
import type { ResultEvent } from './events'

/**
 * Vitest's reporter. Its own JSON comes at the end only, and has neither errors of `beforeAll` nor errors outside of any
 * test.
 */
export default class UnitReporter implements Reporter {
  onTestCaseReady(test: TestCase): void {
    recordEvents([{ type: 'started', id: test.id, name: nameOf(test) }])
  }

  onTestCaseResult(test: TestCase): void {
    recordEvents([resultOf(test)])
  }

  onTestModuleEnd(module: TestModule): void {
    recordEvents(resultsIn(module))
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const errors = unhandled.map((error, index) =>
      failure(`unhandled ${index}`, 'outside of any test', [error]),
    )
    recordEvents([...modules.flatMap(resultsIn), ...errors, { type: 'completed' }])
  }
}

/** Errors of the file and its groups, and every test of it, whether or not it ran. */
function resultsIn(module: TestModule): ResultEvent[] {
  const groups = [module, ...module.children.allSuites()].filter((group) => group.errors().length > 0)
  return [
    ...groups.map((group) => failure(group.id, nameOf(group), group.errors())),
    ...[...module.children.allTests()].map(resultOf),
  ]
}

function resultOf(test: TestCase): ResultEvent {
  const { state, errors } = test.result()
  if (state === 'failed') return failure(test.id, nameOf(test), errors)
  const type = state === 'passed' ? 'passed' : 'skipped'
  return { type, id: test.id, name: nameOf(test), message: '' }
}

function failure(id: string, name: string, errors: readonly SerializedError[]): ResultEvent {
  const message = errors.map(({ name, message, stack }) => stack ?? `${name}: ${message}`).join('\n')
  return { type: 'failed', id, name, message }
}

function nameOf(thing: TestModule | TestSuite | TestCase): string {
  return thing.type === 'module'
    ? thing.moduleId.replace(`${process.cwd()}/`, '')
    : `${nameOf(thing.module)} > ${thing.fullName}`
}
