import type { patchTasksAction } from '../actions'

type Patch = Parameters<typeof patchTasksAction>[0]['patch']

/** How the fields of the bulk bar say "nobody" and "no date"; an empty one says that it stays as it is. */
export const NONE = 'none'
export const PICK_A_DATE = 'date'

/** What the bulk bar's form asks for. The action checks the values; here only the choices are told apart. */
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
