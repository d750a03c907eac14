import { describe, expect, it } from 'vitest'
import { describeFailures } from './failures'

describe('describeFailures', () => {
  it('names step, file and test, and says why', () => {
    expect(
      describeFailures('Flows', [{ name: 'a.spec.ts > signs in', message: 'Error: No.\n  at a.ts' }]),
    ).toEqual(['✗ Flows: a.spec.ts > signs in', '    Error: No.', '      at a.ts'])
  })

  it('names a step alone that failed as a whole, in plain text', () => {
    expect(describeFailures('Lint', [{ name: '', message: '\u001B[31mx\u001B[39m is unused.\n' }])).toEqual([
      '✗ Lint',
      '    x is unused.',
    ])
  })

  it('keeps the beginning and the end of a long message, and no line without end', () => {
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

  it('only names most of many, so that the end of the output holds the more of them', () => {
    const failures = Array.from({ length: 60 }, (_, index) => ({ name: `test ${index}`, message: 'No.' }))
    const lines = describeFailures('Unit tests', failures)
    expect(lines.filter((line) => line === '    No.')).toHaveLength(10)
    expect(lines.slice(-2)).toEqual(['✗ Unit tests: test 49', '✗ Unit tests: and 10 more'])
  })
})
