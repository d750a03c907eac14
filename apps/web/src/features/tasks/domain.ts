import { taskPriorities } from '@kit/db/tasks/values'
import { asText, asWords } from '@/lib/domain/column-values'
import { defineDomain } from '@/lib/domain/domain'

export const tasks = defineDomain({
  pages: {
    tasks: {
      needs: { task: ['read'] },
      nav: { label: 'Tasks', icon: 'square-check' },
      examples: ['status=cancelled', 'search=nothing-has-this&status=todo&assignee=none'],
    },
    'tasks/new': {
      needs: { task: ['create'] },
      nav: { label: 'New task', icon: 'plus' },
      fallbackFor: 'tasks',
    },
    'tasks/[id]': { needs: { task: ['read'] } },
  },
  activity: {
    task: {
      label: 'Tasks',
      noun: 'task',
      namedBy: ['title'],
      columns: {
        title: { show: asText },
        status: { show: asWords },
        priority: { show: (value) => (typeof value === 'number' ? taskPriorities[value - 1] : undefined) },
        due_date: { show: asText },
        assignee_id: { label: 'assignee' },
        created_by: { label: 'creator' },
      },
    },
  },
  removed: { task: ['task', 'tasks'] },
})
