'use client'

import { useEffect, useRef } from 'react'

import { useForm } from '@/components/form/form-context'
import { SubmitButton } from '@/components/form/submit-button'

import { startPasskeySignInAction } from '../actions'
import { type Answer, chosenAtField, endList, listsPasskeys, askForPasskey } from './authenticator'
import { optionsOf } from './options-of'

const start = async () => optionsOf(await startPasskeySignInAction({}, new FormData()))

/** Signs in with a passkey: asks for one, or uses the one that was chosen at the email field. */
export function PasskeySignInButton() {
  const { beforeSend, state } = useForm()
  const button = useRef<HTMLSpanElement>(null)
  const chosen = useRef<Answer>(undefined)

  useEffect(
    () =>
      beforeSend(async (fields) => {
        const answer = chosen.current ?? (await askForPasskey(await start()))
        chosen.current = undefined
        for (const [name, value] of Object.entries(answer)) fields.set(name, value)
      }),
    [beforeSend],
  )

  // Runs again after each answer, because a challenge works only once.
  useEffect(() => {
    if (state.data !== undefined) return undefined
    let isOver = false
    async function offer() {
      if (!(await listsPasskeys()) || isOver) return
      const options = await start()
      const answer = isOver ? undefined : await chosenAtField(options)
      if (!answer || isOver) return
      chosen.current = answer
      button.current?.closest('form')?.requestSubmit()
    }
    // If the list fails, the button still works.
    offer().catch(() => {})
    return () => {
      isOver = true
      void endList()
    }
  }, [state])

  return (
    <span ref={button}>
      <SubmitButton variant="outline" className="w-full" pendingLabel="Signing in…">
        Sign in with a passkey
      </SubmitButton>
    </span>
  )
}
