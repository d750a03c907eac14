import type { Metadata } from 'next'

import { Icon } from '@/components/icon/icon'
import { PageHeader } from '@/components/page-header'
import { ButtonLink } from '@/components/ui/button-link'
import { Card, CardContent } from '@/components/ui/card'
import { EditTaskForm } from '@/features/tasks/components/edit-task-form'
import { TaskDetails } from '@/features/tasks/components/task-details'
import { TaskHistory } from '@/features/tasks/components/task-history'
import { loadTask } from '@/features/tasks/loaders'
import { updateTaskSchema } from '@/features/tasks/schema'
import { constraintsOf } from '@/lib/input/constraints'

export const metadata: Metadata = { title: 'Task' }

interface Props {
  params: Promise<{ organization: string; taskId: string }>
}

export default async function TaskPage({ params }: Props) {
  const { organization, taskId } = await params
  const { task, assignees } = await loadTask(organization, taskId)
  return (
    <div className="max-w-2xl space-y-5 xl:max-w-none">
      <div>
        <ButtonLink href={`/${organization}/tasks`} variant="ghost" size="sm" className="mb-1 -ml-3">
          <Icon name="chevron-left" />
          Tasks
        </ButtonLink>
        <PageHeader title={task.title} description={<TaskHistory task={task} />} />
      </div>
      <Card>
        <CardContent>
          {task.canUpdate ? (
            <EditTaskForm
              organization={organization}
              task={task}
              constraints={constraintsOf(updateTaskSchema)}
              assignees={assignees}
            />
          ) : (
            <TaskDetails task={task} />
          )}
        </CardContent>
      </Card>
    </div>
  )
}
