import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'

import { tasksUrl } from './tasks-url'

interface NoTasksProps {
  organization: string
  filtered: boolean
  canCreate: boolean
}

/** Explains an empty list and offers the next step. */
export function NoTasks({ organization, filtered, canCreate }: NoTasksProps) {
  return (
    <Card>
      {filtered ? (
        <EmptyState
          icon="search-x"
          title="No matching tasks"
          action={
            <ButtonLink href={tasksUrl(organization)} variant="outline">
              Show all tasks
            </ButtonLink>
          }
        >
          Try a different search or fewer filters.
        </EmptyState>
      ) : (
        <EmptyState
          icon="list-plus"
          title="No tasks yet"
          action={canCreate ? <ButtonLink href={`/${organization}/tasks/new`}>Create task</ButtonLink> : null}
        >
          {canCreate
            ? 'Create your first task, then assign it and set a due date.'
            : 'New tasks appear here.'}
        </EmptyState>
      )}
    </Card>
  )
}
