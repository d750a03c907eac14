import { taskBounds } from '@kit/db/tasks/values'
import { Field } from '@/components/form/field'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { TextareaField } from '@/components/form/textarea-field'

import type { TaskDto } from '../loaders'
import { AssigneeSelect } from './assignee-select'
import { UNASSIGNED } from './task-labels'
import type { Person } from './task-list-context'
import { withCurrent, priorityOptions, statusOptions, type TaskOption } from './task-options'

interface TaskFieldsProps {
  organization: string
  /** The task to edit. Without it, the defaults of a new one. */
  task?: TaskDto
  assignees: Person[]
}

/** The fields for creating and editing a task. */
export function TaskFields({ organization, task, assignees }: TaskFieldsProps) {
  return (
    <div className="space-y-4 xl:grid xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)] xl:gap-8 xl:space-y-0">
      <div className="space-y-4">
        <TextField name="title" label="Title" defaultValue={task?.title} autoComplete="off" />
        <TextareaField name="description" label="Description" defaultValue={task?.description} rows={5} />
      </div>
      <div className="grid content-start gap-4 sm:grid-cols-2 xl:grid-cols-1">
        <SelectField name="status" label="Status" required defaultValue={task?.status ?? 'todo'}>
          {statusOptions.map(optionOf)}
        </SelectField>
        <SelectField name="priority" label="Priority" required defaultValue={task?.priority ?? 'medium'}>
          {priorityOptions.map(optionOf)}
        </SelectField>
        <Field name="assigneeId" label="Assignee">
          {(control, _bounds, echoed) => (
            <AssigneeSelect
              {...control}
              organization={organization}
              assignees={withCurrent(assignees, task?.assignee ?? null)}
              defaultValue={echoed ?? task?.assignee?.id ?? ''}
            >
              <option value="">{UNASSIGNED}</option>
            </AssigneeSelect>
          )}
        </Field>
        <TextField
          name="dueDate"
          label="Due date"
          type="date"
          min={taskBounds.earliestDueDate}
          max={taskBounds.latestDueDate}
          defaultValue={task?.dueDate ?? ''}
        />
      </div>
    </div>
  )
}

function optionOf({ value, label }: TaskOption) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  )
}
