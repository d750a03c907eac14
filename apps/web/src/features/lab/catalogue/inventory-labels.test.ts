import { describe, expect, it } from 'vitest'

import { boundsOf, callersOf, featureOf, permissionsOf } from './inventory-labels'

describe('the inventory’s wording', () => {
  it('names the feature', () => {
    expect(featureOf({ file: 'apps/web/src/features/tasks/actions.ts' })).toBe('tasks')
    expect(featureOf({ file: 'lib/elsewhere.ts' })).toBe('lib/elsewhere.ts')
  })

  it('names the callers, or says they are unknown', () => {
    expect(callersOf({ access: 'organization', role: 'admin' })).toBe('Organization members, admin and above')
    expect(callersOf({ access: null, role: null })).toBe('Unknown from source')
  })

  it('lists permissions and input limits', () => {
    expect(permissionsOf({ permissions: { task: ['read', 'delete'] } })).toEqual([
      'Permission: task.read',
      'Permission: task.delete',
    ])
    expect(boundsOf({ input: null })).toEqual(['None'])
    expect(
      boundsOf({
        input: [
          { path: 'title', kind: 'string', min: 1, max: 200 },
          { path: 'status', kind: 'choice', values: ['todo', 'done'], optional: true },
          { path: 'taskId', kind: 'string', format: 'uuid' },
          { path: 'dueDate', kind: 'string', format: 'date' },
          { path: 'dueDate', kind: 'choice', values: [''] },
          { path: 'permissions', kind: 'list', min: 1, max: 'counted' },
        ],
      }),
    ).toEqual([
      'title: string, 1 to 200',
      'status?: todo | done',
      'taskId: uuid',
      'dueDate: date or empty',
      'permissions: list, 1 to the number of choices',
    ])
  })
})
