import { expect, test } from 'vitest'

import { dayIn } from '@/lib/dates/calendar'

import { isOverdue } from './overdue'

const task = { dueDate: '2026-03-12', status: 'todo' } as const

test.each([
  ['America/Los_Angeles', '2026-03-13T06:59:59Z', false],
  ['America/Los_Angeles', '2026-03-13T07:00:00Z', true],
  ['Pacific/Auckland', '2026-03-12T10:59:59Z', false],
  ['Pacific/Auckland', '2026-03-12T11:00:00Z', true],
  ['UTC', '2026-03-12T23:59:59Z', false],
  ['UTC', '2026-03-13T00:00:00Z', true],
])('in %s at %s a task due March 12 is overdue: %s', (timeZone, now, overdue) => {
  expect(isOverdue(task, dayIn(timeZone, new Date(now)))).toBe(overdue)
})

test('a closed task or one without a due date is never overdue', () => {
  expect(isOverdue({ ...task, status: 'done' }, '2027-01-01')).toBe(false)
  expect(isOverdue({ ...task, status: 'cancelled' }, '2027-01-01')).toBe(false)
  expect(isOverdue({ ...task, dueDate: null }, '2027-01-01')).toBe(false)
})
