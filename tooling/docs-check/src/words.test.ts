import { expect, it } from 'vitest'
import { readFile } from './repository'

const sections = readFile('tooling/docs-check/words.txt')
  .split(/^# /m)
  .slice(1)
  .map((section) => section.trim().split('\n'))

it.each(sections)('the word list is sorted and unique in %s', (_title, ...words) => {
  const expected = [...new Set(words)].toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))
  expect(words).toEqual(expected)
})
