'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'

import { ActionForm } from '@/components/form/action-form'
import { callAction } from '@/components/form/call-action'
import { SubmitButton } from '@/components/form/submit-button'
import { useAskForPassword } from '@/components/reauthentication/ask-for-password'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'

import { resetProgressAction } from '../actions'

/** Asks for confirmation. Without JavaScript the button is inside details, so it takes two steps as well. */
export function ResetProgress({ solved }: { solved: number }) {
  const router = useRouter()
  const askForPassword = useAskForPassword()
  const [asking, setAsking] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const [pending, startTransition] = useTransition()

  function confirm() {
    startTransition(async () => {
      const outcome = await callAction(() => resetProgressAction({}, new FormData()), askForPassword)
      if ('refusal' in outcome) return setRefusal(outcome.refusal)
      setAsking(false)
      startTransition(() => router.refresh())
    })
  }

  return (
    <>
      <Button
        variant="ghost"
        className="noscript:hidden"
        onClick={() => {
          setRefusal(undefined)
          setAsking(true)
        }}
      >
        Reset progress
      </Button>
      <AlertDialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Reset your progress?"
        description={`You lose what you solved: ${solved === 1 ? '1 step' : `${solved} steps`}. You can't undo this.`}
        confirm="Reset progress"
        onConfirm={confirm}
        pending={pending}
        refusal={refusal}
      />
      <details className="hidden noscript:block">
        <summary className="min-h-11 cursor-pointer py-2.5 md:min-h-9 md:py-2">Reset progress</summary>
        <ActionForm action={resetProgressAction}>
          <p>You can't undo this.</p>
          <SubmitButton variant="destructive" pendingLabel="Resetting…">
            Reset everything
          </SubmitButton>
        </ActionForm>
      </details>
    </>
  )
}
