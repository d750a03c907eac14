'use client'

import { type ReactNode, useCallback, useRef, useState } from 'react'

import { AskForPasswordProvider } from '@/components/password-proof/ask-for-password'
import { Dialog } from '@/components/ui/dialog'
import type { Constraints } from '@/lib/input/constraint'

import { PasswordProofForm } from './password-proof-form'

interface Props {
  constraints: Constraints
  email: string
  children: ReactNode
}

interface Question {
  answer: Promise<boolean>
  settle: (proved: boolean) => void
}

/** Lets any form or button inside ask for the password, in one dialog even if several ask at once. */
export function PasswordProof({ constraints, email, children }: Props) {
  const question = useRef<Question>(null)
  const [open, setOpen] = useState(false)

  const ask = useCallback(() => {
    if (!question.current) {
      let settle = (_proved: boolean) => {}
      const answer = new Promise<boolean>((resolve) => {
        settle = resolve
      })
      question.current = { answer, settle }
      setOpen(true)
    }
    return question.current.answer
  }, [])

  function settle(proved: boolean) {
    question.current?.settle(proved)
    question.current = null
    setOpen(false)
  }

  return (
    <AskForPasswordProvider value={ask}>
      {children}
      <Dialog
        role="alertdialog"
        open={open}
        onClose={() => settle(false)}
        title="Confirm your password"
        description="For your security, enter your password. You won't lose your changes."
        className="max-w-sm"
      >
        <PasswordProofForm
          constraints={constraints}
          email={email}
          onProved={() => settle(true)}
          onCancel={() => settle(false)}
        />
      </Dialog>
    </AskForPasswordProvider>
  )
}
