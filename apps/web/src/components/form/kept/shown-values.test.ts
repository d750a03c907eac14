import { expect, test } from 'vitest'

import { shownValues } from './shown-values'

test('typed values are shown with a label, without IDs, versions and what is empty', () => {
  const values = {
    title: 'Fence',
    description: '',
    dueDate: '2031-02-28',
    'permissions[]': 'member.read,invitation.read',
    assigneeId: '2ae14558-2c5d-828d-ac20-d438a2848f06',
    version: 'title.1',
    decision: 'title.2',
  }
  expect(shownValues(values)).toEqual([
    { name: 'title', label: 'Title', value: 'Fence' },
    { name: 'dueDate', label: 'Due date', value: '2031-02-28' },
    { name: 'permissions[]', label: 'Permissions', value: 'member.read,invitation.read' },
  ])
})
