import { expect, test } from 'vitest'

import { countSolved } from './count'

test('each part and each question counts once, and the core path ends with the questions', () => {
  expect(countSolved([])).toEqual({
    all: { solved: 0, total: 58 },
    core: { solved: 0, total: 34 },
    answers: { solved: 0, total: 10 },
  })
  expect(countSolved(['no-role.find.8', 'page-only.fix.A', 'raw-sql.attack', 'q1.answer'])).toMatchObject({
    all: { solved: 4 },
    core: { solved: 2 },
    answers: { solved: 1 },
  })
})
