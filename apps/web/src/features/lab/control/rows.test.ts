import { expect, test } from 'vitest'

import { changesBetween } from './rows'

const task = (id: string, title: string, status: string) => ({ id, title, status })

test('lists rows that were added, changed or deleted, without their IDs', () => {
  const before = { task: [task('1', 'Mend', 'todo'), task('2', 'Paint', 'todo'), task('3', 'Sweep', 'todo')] }
  const after = { task: [task('1', 'Mend', 'done'), task('3', 'Sweep', 'todo'), task('4', 'Dig', 'todo')] }
  expect(changesBetween(before, after)).toEqual([
    {
      table: 'task',
      before: { title: 'Mend', status: 'todo' },
      after: { title: 'Mend', status: 'done' },
    },
    { table: 'task', before: { title: 'Paint', status: 'todo' }, after: null },
    { table: 'task', before: null, after: { title: 'Dig', status: 'todo' } },
  ])
})

test('lists nothing when nothing changed', () => {
  expect(
    changesBetween({ task: [task('1', 'Mend', 'todo')] }, { task: [task('1', 'Mend', 'todo')] }),
  ).toEqual([])
})
