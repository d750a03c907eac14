'use client'

import { useRouter } from 'next/navigation'

import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { Badge } from '@/components/ui/badge'

import { resetProgressAction } from '../actions'
import type { ProgressCount } from '../progress/count'

/** How much is solved, and a button to reset it. */
export function Progress({ all, core }: ProgressCount) {
  const router = useRouter()
  return (
    <section aria-labelledby="progress" className="flex flex-wrap items-center gap-x-6 gap-y-2">
      <h2 id="progress" className="font-semibold">
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
      {all.solved > 0 ? (
        <ActionForm action={resetProgressAction} onSuccess={() => router.refresh()} className="space-y-0">
          <SubmitButton variant="ghost" pendingLabel="Resetting…">
            Reset progress
          </SubmitButton>
        </ActionForm>
      ) : null}
    </section>
  )
}
