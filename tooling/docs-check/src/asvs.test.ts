import { expect, it } from 'vitest'
import { requirements } from './asvs-requirements'
import { readFile } from './repository'

const text = readFile('docs/asvs.md')
const rows = text
  .split('\n')
  .filter((line) => /^\| *\d+\.\d+\.\d+ /.test(line))
  .map((line) => {
    const [number = '', level = '', , status = '', how = ''] = line
      .split(/(?<!\\)\|/)
      .slice(1)
      .map((cell) => cell.trim())
    return { number, level, status, how }
  })

it('the standard has 70 requirements of level 1 and 183 of level 2', () => {
  const ofLevel = (level: number) => requirements.filter((name) => name.endsWith(`level ${level}`)).length
  expect([ofLevel(1), ofLevel(2)]).toEqual([70, 183])
})

it('docs/asvs.md answers each requirement once', () => {
  const answered = rows.map(({ number, level }) => `${number}, level ${level}`)
  expect(answered.toSorted()).toEqual(requirements.toSorted())
})

it('every answer has a known status and a reason', () => {
  const statuses = ['Met', 'Partly', 'Not met', 'Hosting', 'Does not apply']
  expect(rows.filter(({ status, how }) => !statuses.includes(status) || how.length < 10)).toEqual([])
})

it('most of what is met is shown by a test', () => {
  const met = rows.filter(({ status }) => status === 'Met')
  const shown = met.filter(({ how }) => how.includes('["'))
  expect(shown.length / met.length).toBeGreaterThan(0.75)
})
