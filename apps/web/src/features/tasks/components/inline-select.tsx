'use client'

import { useEffect, useRef } from 'react'

import { useChange } from '@/components/feedback/use-change'

import { patchTasksAction } from '../actions'
import { useTaskList } from './task-list-context'
import type { TaskOption } from './task-options'
import { SEARCH } from './use-search-option'

interface InlineSelectProps<Value extends string> {
  label: string
  value: Value
  options: readonly TaskOption<Value>[]
  call: (value: Value) => Omit<Parameters<typeof patchTasksAction>[0], 'organization'>
  onChoose: (value: Value) => void
  onSearch: (() => void) | undefined
  onClose: () => void
}

/** The browser's own select, opened as soon as it renders. Each choice is saved at once. */
export function InlineSelect<Value extends string>({
  label,
  value,
  options,
  ...props
}: InlineSelectProps<Value>) {
  const { organization } = useTaskList()
  const { pending, change } = useChange()
  const select = useRef<HTMLSelectElement>(null)

  useEffect(() => {
    select.current?.focus()
    try {
      select.current?.showPicker()
    } catch {
      // Not every browser opens it without a click.
    }
  }, [])

  function choose(text: string) {
    if (text === SEARCH) return props.onSearch?.()
    const chosen = options.find((option) => option.value === text)
    if (!chosen || chosen.value === value) return
    change({
      show: () => props.onChoose(chosen.value),
      call: () => patchTasksAction({ organization, ...props.call(chosen.value) }),
      done: () => `${label}: ${chosen.label}`,
      onConflict: `You chose “${chosen.label}”. The list shows their value.`,
    })
  }

  return (
    <select
      ref={select}
      aria-label={label}
      aria-busy={pending}
      value={value}
      onChange={(event) => choose(event.target.value)}
      onBlur={props.onClose}
      className="task-select"
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
      {props.onSearch ? <option value={SEARCH}>Find a person…</option> : null}
    </select>
  )
}
