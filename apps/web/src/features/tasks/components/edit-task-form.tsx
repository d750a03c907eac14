'use client'

import { useRouter } from 'next/navigation'

import { versionOf } from '@kit/action-middleware/input/version'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import type { Constraints } from '@/lib/input/constraint'

import { updateTaskAction } from '../actions'
import { taskContent } from '../edits'
import type { TaskDto } from '../loaders'
import { DeleteTasks } from './delete-tasks'
import { TaskFields } from './task-fields'
import type { Person } from './task-list-context'

interface EditTaskFormProps {
  organization: string
  task: TaskDto
  constraints: Constraints
  assignees: Person[]
}

export function EditTaskForm({ organization, task, constraints, assignees }: EditTaskFormProps) {
  const router = useRouter()
  return (
    <ActionForm
      action={updateTaskAction}
      constraints={constraints}
      version={versionOf(taskContent({ ...task, assigneeId: task.assignee?.id ?? null }))}
      success="Changes saved."
    >
      <input type="hidden" name="organization" value={organization} />
      <input type="hidden" name="taskId" value={task.id} />
      <TaskFields organization={organization} task={task} assignees={assignees} />
      <div className="flex flex-col gap-2 pt-2 sm:flex-row">
        <SubmitButton pendingLabel="Saving…">Save changes</SubmitButton>
        {task.canDelete ? (
          <DeleteTasks
            organization={organization}
            tasks={[task]}
            className="sm:ml-auto"
            onDeleted={() => router.push(`/${organization}/tasks`)}
          />
        ) : null}
      </div>
    </ActionForm>
  )
}
