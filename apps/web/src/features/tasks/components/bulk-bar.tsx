'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, type KeyboardEvent, startTransition, useState } from 'react'

import { versionOf } from '@kit/action-middleware/input/version'
import { Icon } from '@/components/icon/icon'
import { Button } from '@/components/ui/button'
import { cn } from '@/lib/cn'

import { patchTasksAction } from '../actions'
import { replacedBy } from '../edits'
import { BulkFields } from './bulk-fields'
import { bulkPatch } from './bulk-patch'
import { DeleteTasks } from './delete-tasks'
import { useSelection } from './selection-context'
import { countOfTasks } from './task-labels'
import { useTaskList } from './task-list-context'
import { useFeedback } from '@/components/feedback/feedback-context'
import { useChange } from '@/components/feedback/use-change'

/** Actions on the selected tasks. On narrow screens the fields are collapsed. */
export function BulkBar() {
  const { organization } = useTaskList()
  const { selected, clear, bar, leaveBar } = useSelection()
  const { notify, refuse } = useFeedback()
  const { pending, change } = useChange()
  const [unfolded, setUnfolded] = useState(false)
  const router = useRouter()
  if (selected.length === 0) return null

  const taskIds = selected.map(({ id }) => id)
  const mayUpdate = selected.every(({ canUpdate }) => canUpdate)
  const mayDelete = selected.every(({ canDelete }) => canDelete)

  function apply(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending) return
    const patch = bulkPatch(new FormData(event.currentTarget))
    if (Object.keys(patch).length === 0) return refuse('Choose at least one change.')
    change({
      call: () => {
        const version = versionOf(replacedBy(patch, selected))
        return patchTasksAction({ organization, taskIds, patch, version })
      },
      done: ({ changed }) => `${countOfTasks(changed)} updated`,
      onConflict: 'The list shows the current values. Update again to replace them.',
      after: clear,
    })
  }

  /** Back to where Enter came from. Escape in an open menu or dialog only closes that. */
  function returnToRow(event: KeyboardEvent) {
    if (
      event.key !== 'Escape' ||
      event.defaultPrevented ||
      document.querySelector('dialog[open], :popover-open')
    )
      return
    leaveBar()
  }

  function deleted(count: number) {
    notify(`${countOfTasks(count)} deleted`)
    clear()
    startTransition(() => router.refresh())
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape works in all its controls
    <section
      ref={bar}
      aria-label="Selected tasks"
      data-bulk-bar
      onKeyDown={returnToRow}
      className="pointer-events-auto w-full rounded-t-xl border bg-popover p-3 text-popover-foreground shadow-xl md:max-w-2xl md:rounded-xl xl:w-auto xl:max-w-none"
    >
      <div className="flex flex-wrap items-center gap-2">
        <p className="mr-auto pl-1 font-medium whitespace-nowrap xl:mr-1">{selected.length} selected</p>
        {mayUpdate ? (
          <>
            <Button
              variant="outline"
              size="sm"
              aria-expanded={unfolded}
              onClick={() => setUnfolded(!unfolded)}
              className="xl:hidden"
            >
              {' '}
              Edit <Icon name="chevron-up" className={cn('transition-transform', unfolded && 'rotate-180')} />
            </Button>
            <form
              onSubmit={apply}
              className={cn(
                'order-last grid w-full grid-cols-2 gap-2 md:grid-cols-4 xl:order-none xl:flex xl:w-auto',
                !unfolded && 'max-xl:hidden',
              )}
            >
              <BulkFields />
              <Button type="submit" size="sm" disabled={pending} className="col-span-2 md:col-span-4">
                {pending ? 'Updating…' : `Update ${countOfTasks(selected.length)}`}
              </Button>
            </form>
          </>
        ) : null}
        {mayDelete ? (
          <DeleteTasks organization={organization} tasks={selected} size="sm" onDeleted={deleted} />
        ) : null}
        <Button variant="ghost" size="icon-sm" aria-label="Clear selection" onClick={clear}>
          <Icon name="x" />
        </Button>
      </div>
    </section>
  )
}
