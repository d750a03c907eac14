'use client'

import { useForm } from '@/components/form/form-context'
import { TextLink } from '@/components/text-link'
import { Alert } from '@/components/ui/alert'

/** Confirms the created task, with links for those who may read it. */
export function CreatedNotice({ organization, canRead }: { organization: string; canRead: boolean }) {
  const { data } = useForm().state
  const list = `/${organization}/tasks`
  return (
    <output className="block empty:hidden">
      {isCreated(data) ? (
        <Alert variant="success" className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <p className="mr-auto font-medium">Task created.</p>
          {canRead ? (
            <>
              <TextLink href={`${list}/${data.taskId}`}>View task</TextLink>
              <TextLink href={list}>All tasks</TextLink>
            </>
          ) : null}
        </Alert>
      ) : null}
    </output>
  )
}

function isCreated(data: unknown): data is { taskId: string } {
  return typeof data === 'object' && data !== null && 'taskId' in data && typeof data.taskId === 'string'
}
