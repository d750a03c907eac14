'use client'

import { type MouseEvent, type ReactNode, useOptimistic, useState } from 'react'

import type { patchTasksAction } from '../actions'
import { InlineSelect } from './inline-select'
import type { TaskOption } from './task-options'

export type Patch = Parameters<typeof patchTasksAction>[0]['patch']

interface InlineFieldProps<Value extends string> {
  /** Such as "Status". */
  label: string
  task: { id: string; title: string }
  /** The task's page: where the link leads without JavaScript, or in a new tab. */
  href: string
  value: Value
  /** How a value looks: its icon and its name. */
  show: (value: Value) => ReactNode
  nameOf: (value: Value) => string
  /** Made only when the field is edited. */
  options: () => readonly TaskOption<Value>[]
  patch: (value: Value) => Patch
}

/** One property in the list: text until it is activated, then a select that saves on change. */
export function InlineField<Value extends string>({
  href,
  value,
  show,
  options,
  ...props
}: InlineFieldProps<Value>) {
  const { label, task, nameOf, patch } = props
  const [shown, showOptimistic] = useOptimistic(value)
  const [editing, setEditing] = useState(false)

  function edit(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    setEditing(true)
  }

  if (editing) {
    return (
      <InlineSelect
        label={`${label} of ${task.title}`}
        value={shown}
        options={options()}
        call={(chosen) => ({ taskIds: [task.id], patch: patch(chosen) })}
        announce={(chosen) => `${label} of ${task.title}: ${nameOf(chosen)}`}
        onChoose={showOptimistic}
        onClose={() => setEditing(false)}
      />
    )
  }
  return (
    <a
      href={href}
      aria-label={`${label} of ${task.title}: ${nameOf(shown)}`}
      className="task-value"
      onClick={edit}
    >
      {show(shown)}
    </a>
  )
}
