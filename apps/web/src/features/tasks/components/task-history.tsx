import { LocalDate } from '@/components/dates/local-date'

import type { TaskDto } from '../loaders'

export function TaskHistory({ task }: { task: TaskDto }) {
  return (
    <span className="text-xs">
      Created by <bdi>{task.createdBy?.name ?? 'a former member'}</bdi> on <LocalDate at={task.createdAt} />,
      last updated on <LocalDate at={task.updatedAt} />.
    </span>
  )
}
