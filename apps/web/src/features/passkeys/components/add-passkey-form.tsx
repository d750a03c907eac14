'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

import { ActionForm } from '@/components/form/action-form'
import { useForm } from '@/components/form/form-context'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { useAskForPassword } from '@/components/reauthentication/ask-for-password'
import { reauthenticatedCall } from '@/components/reauthentication/reauthenticated-call'
import type { Constraints } from '@/lib/input/constraint'

import { addPasskeyAction, startAddingPasskeyAction } from '../actions'
import { makePasskey } from './authenticator'
import { optionsOf } from './options-of'

/** Needs JavaScript, like passkeys themselves. */
export function AddPasskeyForm({ constraints }: { constraints: Constraints }) {
  const router = useRouter()
  return (
    <>
      <ActionForm
        action={addPasskeyAction}
        constraints={constraints}
        success="Passkey added."
        resetOnSuccess
        onSuccess={() => router.refresh()}
        className="noscript:hidden"
      >
        <TextField
          name="name"
          label="Name"
          hint="Where you keep it, such as “Work laptop”."
          autoComplete="off"
        />
        <NewPasskey />
        <SubmitButton pendingLabel="Adding…">Add passkey</SubmitButton>
      </ActionForm>
      <p className="hidden noscript:block">Turn on JavaScript to add a passkey.</p>
    </>
  )
}

/** Creates the passkey when the form is submitted. */
function NewPasskey() {
  const { beforeSend } = useForm()
  const ask = useAskForPassword()
  useEffect(
    () =>
      beforeSend(async (fields) => {
        const started = await reauthenticatedCall(() => startAddingPasskeyAction({}, new FormData()), ask)
        const answer = await makePasskey(optionsOf(started))
        for (const [name, value] of Object.entries(answer)) fields.set(name, value)
      }),
    [beforeSend, ask],
  )
  return null
}
