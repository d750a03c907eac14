import { describe, expect, it } from 'vitest'
import { describeFailures } from './failures'

describe('describeFailures', () => {
  it('names the step, the file and the test, and gives the reason', () => {
    expect(
      describeFailures('Flows', [{ name: 'a.spec.ts > signs in', message: 'Error: No.\n  at a.ts' }]),
    ).toEqual(['✗ Flows: a.spec.ts > signs in', '    Error: No.', '      at a.ts'])
  })

  it('names only the step if it failed as a whole, without colors', () => {
    expect(describeFailures('Lint', [{ name: '', message: '\u001B[31mx\u001B[39m is unused.\n' }])).toEqual([
      '✗ Lint',
      '    x is unused.',
    ])
  })

  it('keeps the first and last lines of a long message, and cuts long lines', () => {
    const message = [
      'a'.repeat(5000),
      ...Array.from({ length: 98 }, (_, index) => `line ${index}`),
      'end',
    ].join('\n')
    const lines = describeFailures('Types', [{ name: '', message }])
    expect(lines.length).toBeLessThan(25)
    expect(lines[1]).toMatch(/^ {4}a{200}…$/)
    expect(lines.at(-1)).toBe('    end')
  })

  it('explains the first of many and only names the others', () => {
    const failures = Array.from({ length: 60 }, (_, index) => ({ name: `test ${index}`, message: 'No.' }))
    const lines = describeFailures('Unit tests', failures)
    expect(lines.filter((line) => line === '    No.')).toHaveLength(10)
    expect(lines.slice(-2)).toEqual(['✗ Unit tests: test 49', '✗ Unit tests: and 10 more'])
  })
})
