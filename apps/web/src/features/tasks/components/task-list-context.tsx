'use client'

import { createContext, type ReactNode, use, useMemo } from 'react'

export interface Person {
  id: string
  name: string
}

interface TaskList {
  /** The slug for every call. */
  organization: string
  assignees: Person[]
}

const TaskListContext = createContext<TaskList | undefined>(undefined)

/** Shared by every control, so it isn't sent with each row. */
export function TaskListProvider({ organization, assignees, children }: TaskList & { children: ReactNode }) {
  const list = useMemo(() => ({ organization, assignees }), [organization, assignees])
  return <TaskListContext value={list}>{children}</TaskListContext>
}

export function useTaskList(): TaskList {
  const list = use(TaskListContext)
  if (!list) throw new Error('useTaskList is used outside of TaskListProvider')
  return list
}
