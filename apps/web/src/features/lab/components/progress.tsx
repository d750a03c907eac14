'use client'

import { useEffect, useRef } from 'react'

import { Badge } from '@/components/ui/badge'

import type { ProgressCount } from '../progress/count'
import { ResetProgress } from './reset-progress'

/** How much is solved, and a button to reset it. */
export function Progress({ all, core }: ProgressCount) {
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(all.solved)

  // The button that had the focus is gone once there is nothing to reset.
  useEffect(() => {
    if (all.solved === 0 && shown.current > 0) heading.current?.focus()
    shown.current = all.solved
  }, [all.solved])

  return (
    <section aria-labelledby="progress" className="flex flex-wrap items-center gap-x-6 gap-y-2">
      <h2 ref={heading} id="progress" tabIndex={-1} className="font-semibold outline-none">
        Solved {all.solved} of {all.total}
      </h2>
      <p className="order-last w-full text-muted-foreground">
        A lesson counts three times (attack, find, fix), a challenge or question once.
      </p>
      <progress
        value={all.solved}
        max={all.total}
        aria-labelledby="progress"
        className="h-2 w-40 accent-primary"
      />
      {core.solved < core.total ? (
        <span>
          Core path: {core.solved} of {core.total}
        </span>
      ) : (
        <Badge variant="success">Core path finished</Badge>
      )}
      {all.solved > 0 ? <ResetProgress solved={all.solved} /> : null}
    </section>
  )
}
