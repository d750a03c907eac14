'use client'

import { useRouter } from 'next/navigation'

import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'

import { resetProgressAction } from '../actions'

/** How much is solved, and a button to reset it. */
export function Progress({ solved, total }: { solved: number; total: number }) {
  const router = useRouter()
  return (
    <section aria-labelledby="progress" className="flex flex-wrap items-center gap-x-6 gap-y-2">
      <h2 id="progress" className="font-semibold">
        Solved {solved} of {total}
      </h2>
      <p className="order-last w-full text-muted-foreground">
        Each lesson counts three times: attack it, find it, fix it.
      </p>
      <progress value={solved} max={total} aria-labelledby="progress" className="h-2 w-40 accent-primary" />
      {solved > 0 ? (
        <ActionForm action={resetProgressAction} onSuccess={() => router.refresh()} className="space-y-0">
          <SubmitButton variant="ghost" pendingLabel="Resetting…">
            Reset progress
          </SubmitButton>
        </ActionForm>
      ) : null}
    </section>
  )
}
