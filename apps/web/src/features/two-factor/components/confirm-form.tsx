'use client'

import type { ReactNode } from 'react'

import { ActionForm } from '@/components/form/action-form'
import { CodeField } from '@/components/form/code-field'
import { SubmitButton } from '@/components/form/submit-button'
import type { Constraints } from '@/lib/input/constraint'

import { confirmTwoFactorAction } from '../actions'
import { BackupCodes } from './backup-codes'

interface Props {
  constraints: Constraints
  /** The key; null when none is being set up. */
  children: ReactNode
  /** Shown when no key is being set up. */
  instead: ReactNode
}

/** Turns two-factor authentication on and shows the backup codes in its place. */
export function ConfirmForm({ constraints, children, instead }: Props) {
  return (
    <ActionForm
      action={confirmTwoFactorAction}
      constraints={constraints}
      fieldOfCode={{ WRONG_CODE: 'oneTimeCode' }}
      instead={children ? undefined : instead}
      renderDone={({ backupCodes }) => <BackupCodes codes={backupCodes} />}
    >
      {children}
      <CodeField name="oneTimeCode" hint="The code that the app shows now." />
      <SubmitButton pendingLabel="Turning on…">Turn on</SubmitButton>
    </ActionForm>
  )
}
