'use client'

import { Checkbox } from '@/components/ui/checkbox'

import { useEnterBar } from './enter-bar'
import { useSelection } from './selection-context'

export function TaskCheckbox({ task }: { task: { id: string; title: string } }) {
  const { selected, select } = useSelection()
  const enterBar = useEnterBar()
  return (
    <Checkbox
      aria-label={`Select ${task.title}`}
      {...enterBar}
      checked={selected.some(({ id }) => id === task.id)}
      onChange={(event) => select([task.id], event.target.checked)}
    />
  )
}
