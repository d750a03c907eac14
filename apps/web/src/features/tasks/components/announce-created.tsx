'use client'

import { useEffect } from 'react'

import { useFeedback } from '@/components/feedback/feedback-context'
import { useCreated } from '@/components/feedback/use-created'

import type { ListedTask } from '../loaders'
import { useTaskList } from './task-list-context'

/** Confirms a task that was just created and moves the focus to its title, if the page lists it. */
export function AnnounceCreated({ tasks }: { tasks: ListedTask[] }) {
  const { organization } = useTaskList()
  const { notify } = useFeedback()
  const created = useCreated()

  useEffect(() => {
    if (!created) return
    const task = tasks.find(({ id }) => id === created)
    notify(task ? `“${task.title}” created` : 'Task created. It isn’t on this page.')
    if (task) document.querySelector<HTMLElement>(`a[href="/${organization}/tasks/${created}"]`)?.focus()
    // oxlint-disable-next-line react/exhaustive-deps -- once for each created task
  }, [created])

  return null
}
