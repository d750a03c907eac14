'use client'

import { useRouter } from 'next/navigation'
import { useRef } from 'react'

import { ActionForm } from '@/components/form/action-form'
import { SubmissionField } from '@/components/form/submission-field'
import { SubmitButton } from '@/components/form/submit-button'
import { ButtonLink } from '@/components/ui/button-link'
import type { Constraints } from '@/lib/input/constraint'
import { CREATED } from '@/lib/url/created-parameter'

import { createTaskAction } from '../actions'
import { CreatedNotice } from './created-notice'
import { TaskFields } from './task-fields'
import type { Person } from './task-list-context'

interface NewTaskFormProps {
  organization: string
  constraints: Constraints
  assignees: Person[]
  /** Whether the user may open the list. */
  canRead: boolean
}

/** Returns to the list or stays for another task. Without JavaScript it stays and links to the task. */
export function NewTaskForm({ organization, constraints, assignees, canRead }: NewTaskFormProps) {
  const router = useRouter()
  const fields = useRef<HTMLDivElement>(null)
  const another = useRef(false)
  const list = `/${organization}/tasks`

  function showCreated({ taskId }: { taskId: string }) {
    if (another.current || !canRead) fields.current?.querySelector<HTMLElement>('[name=title]')?.focus()
    else router.push(`${list}?${CREATED}=${taskId}`)
  }

  return (
    <ActionForm action={createTaskAction} constraints={constraints} resetOnSuccess onSuccess={showCreated}>
      <CreatedNotice organization={organization} canRead={canRead} />
      <SubmissionField />
      <input type="hidden" name="organization" value={organization} />
      <div ref={fields} className="space-y-4">
        <TaskFields organization={organization} assignees={assignees} />
      </div>
      <div className="flex flex-col gap-2 pt-2 sm:flex-row">
        <SubmitButton pendingLabel="Creating…" onClick={() => (another.current = false)}>
          Create task
        </SubmitButton>
        <SubmitButton
          variant="outline"
          pendingLabel="Creating…"
          className="noscript:hidden"
          onClick={() => (another.current = true)}
        >
          Create and add another
        </SubmitButton>
        {canRead ? (
          <ButtonLink href={list} variant="ghost" className="sm:ml-auto">
            Cancel
          </ButtonLink>
        ) : null}
      </div>
    </ActionForm>
  )
}
