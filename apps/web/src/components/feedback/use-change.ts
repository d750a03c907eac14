'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'

import { callAction } from '@/components/form/call-action'
import type { FormState } from '@/components/form/form-state'
import { useAskForPassword } from '@/components/reauthentication/ask-for-password'

import { useFeedback } from './feedback-context'

interface Change<Data> {
  call: () => Promise<FormState<Data>>
  /** The confirmation to show. */
  done: (data: Data) => string
  /** Added when someone else saved another value first: what the user chose, or what to do. */
  onConflict: string
  /** Shows the change optimistically. React reverts it when the transition ends. */
  show?: () => void
  after?: () => void
}

/** Calls an action from a list: updates optimistically, shows the result and refreshes the list. */
export function useChange() {
  const router = useRouter()
  const { notify, refuse } = useFeedback()
  const [pending, startTransition] = useTransition()
  const askForPassword = useAskForPassword()

  function change<Data>({ call, done, onConflict, show, after }: Change<Data>) {
    startTransition(async () => {
      show?.()
      const outcome = await callAction(call, askForPassword)
      if ('refusal' in outcome) {
        if (!outcome.isConflict) return refuse(outcome.refusal)
        refuse(`${outcome.refusal} ${onConflict}`)
        return startTransition(() => router.refresh())
      }
      notify(done(outcome.data))
      after?.()
      // Inside the transition, so the optimistic state stays until the server's list arrives.
      startTransition(() => router.refresh())
    })
  }

  return { pending, change }
}
