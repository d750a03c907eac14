'use client'

import { Dock } from '@/components/feedback/dock'
import { Feedback } from '@/components/feedback/feedback'

import { BulkBar } from './bulk-bar'
import { useSelection } from './selection-context'

/** Messages and bulk actions at the bottom of the list. */
export function TaskDock() {
  const { selected } = useSelection()
  return (
    <Dock>
      <Feedback />
      <output className="sr-only">
        {selected.length > 0 ? `${selected.length} selected. Press Enter to change them.` : null}
      </output>
      <BulkBar />
    </Dock>
  )
}
