'use client'

import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react'

import { FormContext } from '@/components/form/form-context'
import { FormErrors } from '@/components/form/form-errors'
import { atField, type FormState, unreachable } from '@/components/form/form-state'
import { CodeField } from '@/components/form/code-field'
import { PasswordField } from '@/components/form/password-field'
import { SubmitButton } from '@/components/form/submit-button'
import { UsernameField } from '@/components/form/username-field'
import { useBrowserErrors } from '@/components/form/use-browser-errors'
import { Button } from '@/components/ui/button'
import { confirmWithMailedCodeAction } from '@/features/confirmation/actions'
import { MailedCode } from '@/features/confirmation/components/mailed-code'
import type { Constraints } from '@/lib/input/constraint'

import { ConfirmWithPasskey } from '@/features/passkeys/components/confirm-with-passkey'

import { confirmPasswordAction } from '../actions'

interface Props {
  constraints: Constraints
  email: string
  twoFactor: boolean
  /** Without a password, the user enters a mailed code. */
  hasPassword: boolean
  hasPasskey: boolean
  onConfirmed: () => void
  onCancel: () => void
}

const fieldOfCode = {
  WRONG_PASSWORD: 'password',
  WRONG_MAILED_CODE: 'mailedCode',
  WRONG_CODE: 'oneTimeCode',
}

const nothingToPrepare = () => () => {}

/**
 * The form in the dialog. Not a transition: the call that asked is still pending in one, and React would show nothing
 * before it ends.
 */
export function ReauthenticationForm({
  constraints,
  email,
  twoFactor,
  hasPassword,
  hasPasskey,
  onConfirmed,
  onCancel,
}: Props) {
  const form = useRef<HTMLFormElement>(null)
  const [state, setState] = useState<FormState>({})
  const [pending, setPending] = useState(false)
  const { browserErrors, noteInvalid, noteInput, forgetAll } = useBrowserErrors(form, constraints)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending) return
    const fields = new FormData(event.currentTarget)
    forgetAll()
    setPending(true)
    const confirm = hasPassword ? confirmPasswordAction : confirmWithMailedCodeAction
    const answer: FormState = await confirm({}, fields).catch(() => ({ ...unreachable }))
    setPending(false)
    if (answer.data !== undefined) onConfirmed()
    else setState(atField(answer, fieldOfCode))
  }

  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid=true], [data-form-errors]')?.focus()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each answer
  }, [state])

  const context = useMemo(
    () => ({ state, pending, constraints, browserErrors, beforeSend: nothingToPrepare }),
    [state, pending, constraints, browserErrors],
  )

  return (
    <FormContext value={context}>
      <form
        ref={form}
        onSubmit={submit}
        onInvalidCapture={noteInvalid}
        onInput={noteInput}
        aria-busy={pending}
        className="space-y-4"
      >
        {hasPasskey ? <ConfirmWithPasskey onConfirmed={onConfirmed} /> : null}
        <UsernameField email={email} />
        {hasPassword ? (
          <PasswordField name="password" label="Password" autoComplete="current-password" />
        ) : (
          <MailedCode email={email} />
        )}
        {twoFactor ? <CodeField name="oneTimeCode" /> : null}
        <FormErrors state={state} />
        <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
          <Button variant="outline" onClick={onCancel}>
            Cancel
          </Button>
          <SubmitButton pendingLabel="Checking…">Continue</SubmitButton>
        </div>
      </form>
    </FormContext>
  )
}
