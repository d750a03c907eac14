import type { Metadata } from 'next'

import { Streamed } from '@/components/streamed'
import { TaskListSkeleton } from '@/features/tasks/components/task-list-skeleton'
import { TasksView } from '@/features/tasks/components/tasks-view'
import type { SearchParams } from '@/features/tasks/loaders'

export const metadata: Metadata = { title: 'Tasks' }

interface Props {
  params: Promise<{ organization: string }>
  searchParams: Promise<SearchParams>
}

export default async function TasksPage({ params, searchParams }: Props) {
  const { organization } = await params
  return (
    <Streamed fallback={<TaskListSkeleton />}>
      <TasksView organization={organization} searchParams={await searchParams} />
    </Streamed>
  )
}
