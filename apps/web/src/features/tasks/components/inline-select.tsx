'use client'

import { ChevronDown } from 'lucide-react'
import { useOptimistic } from 'react'

import { cn } from '@/lib/cn'

import { patchTasksAction } from '../actions'
import { InlineValue } from './inline-value'
import type { TaskOption } from './task-options'
import { useChange } from '@/components/feedback/use-change'
import { useTaskList } from './task-list-context'

type Patch = Parameters<typeof patchTasksAction>[0]['patch']

interface InlineSelectProps<Value extends string> {
  task: { id: string; title: string }
  /** The field's label, such as "Status". */
  field: string
  value: Value
  options: readonly TaskOption<Value>[]
  patch: (value: Value) => Patch
  /** Shows only the icon on narrow screens. */
  compact?: boolean
}

/** Edits one field inline. Read-only without JavaScript. */
export function InlineSelect<Value extends string>({
  task,
  field,
  value,
  options,
  patch,
  compact = false,
}: InlineSelectProps<Value>) {
  const { organization } = useTaskList()
  const { pending, change } = useChange()
  const [shown, show] = useOptimistic(value)
  const current = options.find((option) => option.value === shown)

  function choose(text: string) {
    const chosen = options.find((option) => option.value === text)
    if (!chosen || chosen.value === shown) return
    change({
      show: () => show(chosen.value),
      call: () => patchTasksAction({ organization, taskIds: [task.id], patch: patch(chosen.value) }),
      done: () => `${field} of ${task.title}: ${chosen.label}`,
    })
  }

  return (
    <>
      <span className="group/select relative -mx-1.5 flex w-fit max-w-[calc(100%+0.75rem)] items-center rounded-md transition-colors hover:bg-accent noscript:hidden">
        <span className={cn('pointer-events-none absolute left-1.5', pending && 'opacity-50')}>
          {current?.icon}
        </span>
        <select
          aria-label={`${field} of ${task.title}`}
          aria-busy={pending}
          value={shown}
          onChange={(event) => choose(event.target.value)}
          className={cn(
            'field-sizing-content h-11 max-w-full appearance-none truncate rounded-md bg-transparent pr-5 pl-7.5 text-base md:h-8 md:text-[0.8125rem] md:pointer-coarse:h-11 [&>option]:bg-popover [&>option]:text-popover-foreground',
            compact && 'max-md:w-11 max-md:pl-6 max-md:text-transparent',
          )}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute right-1 size-3.5 text-muted-foreground md:opacity-0 md:group-focus-within/select:opacity-100 md:group-hover/select:opacity-100 md:pointer-coarse:opacity-100"
        />
      </span>
      <InlineValue icon={current?.icon} className="hidden noscript:flex">
        {current?.label}
      </InlineValue>
    </>
  )
}
