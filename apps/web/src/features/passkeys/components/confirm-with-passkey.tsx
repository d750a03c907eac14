'use client'

import { useState } from 'react'

import { callAction } from '@/components/form/call-action'
import { NotSent } from '@/components/form/form-state'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'

import { confirmWithPasskeyAction, startPasskeyConfirmationAction } from '../actions'
import { askForPasskey } from './authenticator'
import { optionsOf } from './options-of'

/** Part of the dialog that asks for the password, which a passkey can replace. */
export function ConfirmWithPasskey({ onConfirmed }: { onConfirmed: () => void }) {
  const [pending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<string>()

  async function confirm() {
    setPending(true)
    const outcome = await attempt()
    setPending(false)
    if (outcome === undefined) onConfirmed()
    else setRefusal(outcome)
  }

  return (
    <div className="space-y-3">
      <Button variant="outline" className="w-full" disabled={pending} onClick={confirm}>
        Use a passkey
      </Button>
      {refusal ? (
        <Alert role="alert" variant="destructive">
          {refusal}
        </Alert>
      ) : null}
      <p className="text-center text-xs text-muted-foreground">or</p>
    </div>
  )
}

/** Returns the reason if it fails. */
async function attempt(): Promise<string | undefined> {
  try {
    const options = optionsOf(await startPasskeyConfirmationAction({}, new FormData()))
    const fields = new FormData()
    for (const [name, value] of Object.entries(await askForPasskey(options))) fields.set(name, value)
    const outcome = await callAction(
      () => confirmWithPasskeyAction({}, fields),
      async () => false,
    )
    return 'refusal' in outcome ? outcome.refusal : undefined
  } catch (error) {
    return error instanceof NotSent ? error.message : "Couldn't reach the server. Try again."
  }
}
