import { ListPlus, SearchX } from 'lucide-react'

import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'

import { tasksUrl } from './tasks-url'

interface NoTasksProps {
  organization: string
  filtered: boolean
  canCreate: boolean
}

/** Why the list is empty, and the way on. */
export function NoTasks({ organization, filtered, canCreate }: NoTasksProps) {
  return (
    <Card>
      {filtered ? (
        <EmptyState
          icon={SearchX}
          title="No task matches these filters"
          action={
            <ButtonLink href={tasksUrl(organization)} variant="outline">
              Show all tasks
            </ButtonLink>
          }
        >
          Try another word or fewer filters.
        </EmptyState>
      ) : (
        <EmptyState
          icon={ListPlus}
          title="No tasks yet"
          action={
            canCreate ? (
              <ButtonLink href={`/${organization}/tasks/new`}>Create the first task</ButtonLink>
            ) : null
          }
        >
          {canCreate
            ? 'Write down the first thing to do; you can assign it and give it a due date.'
            : 'When somebody adds one, it appears here.'}
        </EmptyState>
      )}
    </Card>
  )
}
