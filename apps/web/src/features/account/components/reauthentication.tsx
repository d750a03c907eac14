'use client'

import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react'

import { AskForPasswordProvider } from '@/components/reauthentication/ask-for-password'
import { Dialog } from '@/components/ui/dialog'
import type { Constraints } from '@/lib/input/constraint'

import { ReauthenticationForm } from './reauthentication-form'

interface Props {
  constraints: Constraints
  email: string
  /** Whether the user enters a code too. */
  twoFactor: boolean
  /** Without a password, the dialog asks for a mailed code. */
  hasPassword: boolean
  /** Whether the user can use a passkey instead. */
  hasPasskey: boolean
  children: ReactNode
}

interface Question {
  answer: Promise<boolean>
  settle: (confirmed: boolean) => void
}

/** Lets any form or button inside ask for the password, in one dialog even if several ask at once. */
export function Reauthentication({
  constraints,
  email,
  twoFactor,
  hasPassword,
  hasPasskey,
  children,
}: Props) {
  const question = useRef<Question>(null)
  const [open, setOpen] = useState(false)

  const ask = useCallback(() => {
    if (!question.current) {
      let settle = (_confirmed: boolean) => {}
      const answer = new Promise<boolean>((resolve) => {
        settle = resolve
      })
      question.current = { answer, settle }
      setOpen(true)
    }
    return question.current.answer
  }, [])

  const context = useMemo(() => ({ ask, twoFactor, hasPassword }), [ask, twoFactor, hasPassword])

  const secret = hasPassword ? 'your password' : 'a code that we email you'
  const proof = twoFactor ? `${secret} and ${hasPassword ? 'a code' : 'one from your app'}` : secret

  function settle(confirmed: boolean) {
    question.current?.settle(confirmed)
    question.current = null
    setOpen(false)
  }

  return (
    <AskForPasswordProvider value={context}>
      {children}
      <Dialog
        role="alertdialog"
        open={open}
        onClose={() => settle(false)}
        title={hasPassword && !hasPasskey ? 'Confirm your password' : "Confirm it's you"}
        description={`For your security, ${hasPasskey ? 'use a passkey or ' : ''}enter ${proof}. You won't lose your changes.`}
        className="max-w-sm"
      >
        <ReauthenticationForm
          constraints={constraints}
          email={email}
          twoFactor={twoFactor}
          hasPassword={hasPassword}
          hasPasskey={hasPasskey}
          onConfirmed={() => settle(true)}
          onCancel={() => settle(false)}
        />
      </Dialog>
    </AskForPasswordProvider>
  )
}
