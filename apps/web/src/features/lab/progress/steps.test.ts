import { expect, test } from 'vitest'

import { isSolved, solutionOf } from './steps'

const solved = ['no-role.find.8', 'no-role.fix.B', 'q1.answer', 'no-role-two.attack']

test('a step is solved with or without its solution', () => {
  expect(['no-role.find', 'q1.answer', 'no-role.attack'].map((step) => isSolved(solved, step))).toEqual([
    true,
    true,
    false,
  ])
})

test('the solution is the line or the chain', () => {
  expect(['no-role.find', 'no-role.fix', 'q1.answer'].map((step) => solutionOf(solved, step))).toEqual([
    '8',
    'B',
    undefined,
  ])
})
