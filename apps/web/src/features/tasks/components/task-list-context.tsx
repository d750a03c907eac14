'use client'

import { createContext, type ReactNode, use, useMemo } from 'react'

export interface Person {
  id: string
  name: string
}

interface TaskList {
  /** The slug that every call names. */
  organization: string
  assignees: Person[]
}

const TaskListContext = createContext<TaskList | undefined>(undefined)

/** What every control in the list shares, so that it is sent once and not with each row. */
export function TaskListProvider({ organization, assignees, children }: TaskList & { children: ReactNode }) {
  const list = useMemo(() => ({ organization, assignees }), [organization, assignees])
  return <TaskListContext value={list}>{children}</TaskListContext>
}

export function useTaskList(): TaskList {
  const list = use(TaskListContext)
  if (!list) throw new Error('useTaskList is used outside of TaskListProvider')
  return list
}
