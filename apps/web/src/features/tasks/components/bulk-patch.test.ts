import { expect, test } from 'vitest'

import { bulkPatch } from './bulk-patch'

function form(fields: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

test('only what was chosen is changed', () => {
  expect(
    bulkPatch(form({ status: 'done', priority: '', assigneeId: '', due: '', dueDate: '2026-03-01' })),
  ).toEqual({
    status: 'done',
  })
  expect(bulkPatch(form({}))).toEqual({})
})

test('nobody and no date take away', () => {
  expect(bulkPatch(form({ assigneeId: 'none', due: 'none' }))).toEqual({ assigneeId: null, dueDate: null })
})

test('a date counts when a date is to be set', () => {
  expect(bulkPatch(form({ due: 'date', dueDate: '2026-03-01' }))).toEqual({ dueDate: '2026-03-01' })
  expect(bulkPatch(form({ due: 'date', dueDate: '' }))).toEqual({})
})
