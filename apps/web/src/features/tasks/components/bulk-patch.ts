import type { patchTasksAction } from '../actions'

type Patch = Parameters<typeof patchTasksAction>[0]['patch']

/** Form values for "unassigned" and "no due date". Empty means unchanged. */
export const NONE = 'none'
export const PICK_A_DATE = 'date'

/** The patch from the bulk form. The action validates the values. */
export function bulkPatch(form: FormData): Patch {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const due = text('due') === PICK_A_DATE ? text('dueDate') : text('due')
  return Object.fromEntries(
    [
      ['status', text('status')],
      ['priority', text('priority')],
      ['assigneeId', text('assigneeId')],
      ['dueDate', due],
    ]
      .filter(([, value]) => value !== '')
      .map(([name, value]) => [name, value === NONE ? null : value]),
  )
}
