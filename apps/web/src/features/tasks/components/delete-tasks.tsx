'use client'

import { useState, useTransition } from 'react'

import { Icon } from '@/components/icon/icon'
import { useAskForPassword } from '@/components/reauthentication/ask-for-password'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'
import { cn } from '@/lib/cn'

import { deleteTasksAction } from '../actions'
import { callAction } from '@/components/form/call-action'
import { countOfTasks } from './task-labels'

/** The dialog names this many tasks. */
const NAMED = 5

interface DeleteTasksProps {
  organization: string
  tasks: readonly { id: string; title: string }[]
  size?: 'sm' | 'md'
  className?: string
  onDeleted: (count: number) => void
}

/** Asks for confirmation and shows errors in the dialog. */
export function DeleteTasks({ organization, tasks, size, className, onDeleted }: DeleteTasksProps) {
  const [asking, setAsking] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const [pending, startTransition] = useTransition()
  const askForPassword = useAskForPassword()
  const what = countOfTasks(tasks.length)
  const [only] = tasks.length === 1 ? tasks : []
  const unnamed = tasks.length - NAMED

  function ask() {
    setRefusal(undefined)
    setAsking(true)
  }

  function confirm() {
    startTransition(async () => {
      const taskIds = tasks.map(({ id }) => id)
      const call = () => deleteTasksAction({ organization, taskIds })
      const outcome = await callAction(call, askForPassword)
      if ('refusal' in outcome) return setRefusal(outcome.refusal)
      setAsking(false)
      onDeleted(outcome.data.deleted)
    })
  }

  return (
    <>
      <Button
        variant="outline"
        size={size}
        className={cn('text-destructive noscript:hidden', className)}
        onClick={ask}
      >
        <Icon name="trash-2" />
        Delete
      </Button>
      <AlertDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={only ? `Delete “${only.title}”?` : `Delete ${what}?`}
        description="You can't undo this."
        confirm={only ? 'Delete task' : `Delete ${what}`}
        onConfirm={confirm}
        pending={pending}
        refusal={refusal}
      >
        {only ? null : (
          <ul className="list-disc space-y-1 pl-5">
            {tasks.slice(0, NAMED).map(({ id, title }) => (
              <li key={id} className="wrap-anywhere">
                <bdi>{title}</bdi>
              </li>
            ))}
            {unnamed > 0 ? <li>and {unnamed} more</li> : null}
          </ul>
        )}
      </AlertDialog>
    </>
  )
}
