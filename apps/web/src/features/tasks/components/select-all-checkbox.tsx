'use client'

import { Checkbox } from '@/components/ui/checkbox'

import { useEnterBar } from './enter-bar'
import { useSelection } from './selection-context'

/** Selects every task on the page that the user can change. */
export function SelectAllCheckbox() {
  const { selectable, selected, select } = useSelection()
  const enterBar = useEnterBar()
  if (selectable.length === 0) return null
  const all = selected.length === selectable.length
  return (
    <Checkbox
      aria-label="Select all tasks on this page"
      {...enterBar}
      checked={all}
      ref={(input) => {
        if (input) input.indeterminate = selected.length > 0 && !all
      }}
      onChange={() =>
        select(
          selectable.map(({ id }) => id),
          !all,
        )
      }
    />
  )
}
