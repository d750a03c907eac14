'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'

import { callAction } from '@/components/form/call-action'
import type { FormState } from '@/components/form/form-state'
import { useAskForPassword } from '@/components/reauthentication/ask-for-password'

import { useFeedback } from './feedback-context'

interface Change<Data> {
  call: () => Promise<FormState<Data>>
  /** What to announce when it is done. */
  done: (data: Data) => string
  /** Shows the change before the server has agreed; React takes it back when the transition ends. */
  show?: () => void
  after?: () => void
}

/** Calls an action for the list: shows the change at once, tells how it went, and fetches the list anew. */
export function useChange() {
  const router = useRouter()
  const { tell, refuse } = useFeedback()
  const [pending, startTransition] = useTransition()
  const askForPassword = useAskForPassword()

  function change<Data>({ call, done, show, after }: Change<Data>) {
    startTransition(async () => {
      show?.()
      const outcome = await callAction(call, askForPassword)
      if ('refusal' in outcome) return refuse(outcome.refusal)
      tell(done(outcome.data))
      after?.()
      // Inside the transition, so that what is shown stays until the server's list has come.
      startTransition(() => router.refresh())
    })
  }

  return { pending, change }
}
