import type { Metadata } from 'next'

import { PageHeader } from '@/components/page-header'
import { Card, CardContent } from '@/components/ui/card'
import { NewTaskForm } from '@/features/tasks/components/new-task-form'
import { loadNewTask } from '@/features/tasks/loaders'
import { createTaskSchema } from '@/features/tasks/schema'
import { constraintsOf } from '@/lib/input/constraints'

export const metadata: Metadata = { title: 'New task' }

export default async function NewTaskPage({ params }: { params: Promise<{ organization: string }> }) {
  const { organization } = await params
  const { assignees, canRead } = await loadNewTask(organization)
  return (
    <div className="max-w-2xl space-y-5 xl:max-w-none">
      <PageHeader title="New task" />
      <Card>
        <CardContent>
          <NewTaskForm
            organization={organization}
            constraints={constraintsOf(createTaskSchema)}
            assignees={assignees}
            canRead={canRead}
          />
        </CardContent>
      </Card>
    </div>
  )
}
