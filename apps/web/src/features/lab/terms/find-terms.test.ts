import { expect, test } from 'vitest'

import { findTerms } from './find-terms'
import { terms } from './terms'

test('splits a text at the first use of each term', () => {
  expect(findTerms('An endpoint without a session. Two endpoints.')).toEqual([
    'An ',
    { id: 'endpoint', text: 'endpoint' },
    ' without a ',
    { id: 'session', text: 'session' },
    '. Two endpoints.',
  ])
})

test('takes the longer of two terms, and leaves out known ones', () => {
  expect(findTerms('Fresh session')).toEqual([{ id: 'fresh-session', text: 'Fresh session' }])
  expect(findTerms('Session', ['session'])).toEqual(['Session'])
})

test.each(terms)('finds $name by its own name', ({ id, name }) => {
  expect(findTerms(name)).toEqual([{ id, text: name }])
})
