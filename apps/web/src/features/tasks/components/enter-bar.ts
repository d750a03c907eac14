'use client'

import type { KeyboardEvent } from 'react'

import { useSelection } from './selection-context'

/** Lets Enter on a checked checkbox reach the actions on the selected tasks, which come before the whole list. */
export function useEnterBar() {
  const { selected, enterBar } = useSelection()
  return {
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => {
      if (event.key !== 'Enter' || selected.length === 0) return
      event.preventDefault()
      enterBar(event.currentTarget)
    },
  }
}
