import { expect, test } from 'vitest'

import { describeChange } from './describe-change'

test('something made is called what it was called then, if it is gone', () => {
  const changes = { title: { new: 'Paint the gate' }, status: { new: 'todo' }, created_at: { new: 'x' } }
  expect(describeChange({ changes, targetType: 'task', targetName: null })).toEqual({
    verb: 'created',
    noun: 'the task',
    name: 'Paint the gate',
    fields: [],
  })
})

test('something deleted', () => {
  const changes = { role: { old: 'editor' }, created_at: { old: 'x' } }
  expect(describeChange({ changes, targetType: 'member', targetName: null })).toMatchObject({
    verb: 'removed',
    name: null,
  })
})

test('a change tells its fields, and values only where they may be told', () => {
  const changes = {
    status: { old: 'in_progress', new: 'done' },
    priority: { old: 1, new: 4 },
    due_date: { new: '2026-01-31' },
    assignee_id: { old: '0b4bd7a1-5f0c-4c64-8c3f-1f6f7f0f9d11' },
    description: { old: 'secret plans', new: 'x' },
    token_hash: { old: 'a', new: 'b' },
  }
  const { fields, ...rest } = describeChange({ changes, targetType: 'task', targetName: 'Paint the gate' })
  expect(rest).toEqual({ verb: 'changed', noun: 'the task', name: 'Paint the gate' })
  expect(fields).toEqual([
    { label: 'status', from: 'in progress', to: 'done' },
    { label: 'priority', from: 'low', to: 'urgent' },
    { label: 'due date', from: undefined, to: '2026-01-31' },
    { label: 'assignee' },
    { label: 'description' },
    { label: 'token hash' },
  ])
  expect(JSON.stringify(fields)).not.toMatch(/secret|_/)
})

test('a long value is cut short', () => {
  const changes = { title: { old: 'a', new: 'b'.repeat(200) } }
  expect(
    describeChange({ changes, targetType: 'task', targetName: null }).fields[0]?.to?.length,
  ).toBeLessThan(90)
})
