import { expect, test } from 'vitest'

import { bulkPatch } from './bulk-patch'

function form(fields: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

test('changes only chosen fields', () => {
  expect(
    bulkPatch(form({ status: 'done', priority: '', assigneeId: '', due: '', dueDate: '2026-03-01' })),
  ).toEqual({
    status: 'done',
  })
  expect(bulkPatch(form({}))).toEqual({})
})

test('clears the assignee and due date', () => {
  expect(bulkPatch(form({ assigneeId: 'none', due: 'none' }))).toEqual({ assigneeId: null, dueDate: null })
})

test('uses the date only if one is being set', () => {
  expect(bulkPatch(form({ due: 'date', dueDate: '2026-03-01' }))).toEqual({ dueDate: '2026-03-01' })
  expect(bulkPatch(form({ due: 'date', dueDate: '' }))).toEqual({})
})
