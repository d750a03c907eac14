import { expect, test } from 'vitest'

import { lineOf } from './line-of'

const definition = [
  'export const deleteTasksAction = organizationActionClient',
  "  .metadata({ name: 'tasks.delete' })",
  "  .use(withFeaturePermission({ task: ['delete'] }))",
  "  .use(withRateLimit('tasks.delete'))",
  '  .inputSchema(deleteTasksSchema)',
  '  .useValidated(withOwnTasks)',
].map((code, index) => ({ file: 'actions.ts', line: index + 1, code }))

const refused = (code: string, message = '') => lineOf({ kind: 'error', code, message }, definition)?.line

test('finds the line that refused the call', () => {
  expect(refused('UNAUTHORIZED')).toBe(1)
  expect(refused('NOT_FOUND')).toBe(1)
  expect(refused('FORBIDDEN', "You don't have permission to delete tasks.")).toBe(3)
  expect(refused('FORBIDDEN', 'You can only change tasks you created.')).toBe(6)
  expect(refused('RATE_LIMITED')).toBe(4)
  expect(lineOf({ kind: 'invalid', fields: ['taskIds'] }, definition)?.line).toBe(5)
})

test('names no line when the reply doesn’t reveal it', () => {
  expect(refused('CONFLICT')).toBeUndefined()
  expect(lineOf({ kind: 'thrown' }, definition)).toBeNull()
  expect(lineOf({ kind: 'data' }, definition)).toBeNull()
})
