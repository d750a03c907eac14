'use client'

import { type MouseEvent, type ReactNode, useState } from 'react'

import { versionOf } from '@kit/action-middleware/input/version'

import type { patchTasksAction } from '../actions'
import { replacedWith } from '../edits'
import { InlineSelect } from './inline-select'
import type { TaskOption } from './task-options'

export type Patch = Parameters<typeof patchTasksAction>[0]['patch']

export interface InlineFieldProps<Value extends string> {
  /** Such as "Status". */
  label: string
  task: { id: string; title: string }
  /** The task's page: where the link leads without JavaScript, or in a new tab. */
  href: string
  value: Value
  /** The value in words. */
  text: string
  icon: ReactNode
  /** Made only when the field is edited. */
  options: () => readonly TaskOption<Value>[]
  patch: (value: Value) => Patch
  /** Shows a choice before the server has saved it. */
  onChoose: (value: Value) => void
  /** Opens a search for a value that isn't among the options. */
  onSearch?: () => void
}

/** One property in the list: text until it is activated, then a select that saves on change. */
export function InlineField<Value extends string>(props: InlineFieldProps<Value>) {
  const { label, task, href, value, text, icon, options, patch, onChoose } = props
  const [editing, setEditing] = useState(false)
  const name = `${label} of ${task.title}`

  function edit(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    setEditing(true)
  }

  if (editing) {
    return (
      <InlineSelect
        label={name}
        value={value}
        options={options()}
        call={(chosen) => ({
          taskIds: [task.id],
          patch: patch(chosen),
          version: versionOf(replacedWith(patch(value), 1)),
        })}
        onChoose={onChoose}
        onSearch={props.onSearch}
        onClose={() => setEditing(false)}
      />
    )
  }
  return (
    <a href={href} aria-label={`${name}: ${text}`} className="task-value" onClick={edit}>
      {icon}
      <span>{text}</span>
    </a>
  )
}
