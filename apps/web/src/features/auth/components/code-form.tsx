'use client'

import { ActionForm } from '@/components/form/action-form'
import { CodeField } from '@/components/form/code-field'
import { SubmitButton } from '@/components/form/submit-button'
import type { Constraints } from '@/lib/input/constraint'

import { signInWithCodeAction } from '../actions'

interface Props {
  constraints: Constraints
  isBackupCode: boolean
  next: string
}

export function CodeForm({ constraints, isBackupCode, next }: Props) {
  return (
    <ActionForm
      action={signInWithCodeAction}
      constraints={constraints}
      fieldOfCode={{ WRONG_CODE: 'oneTimeCode' }}
    >
      <input type="hidden" name="next" value={next} />
      <CodeField
        name="oneTimeCode"
        isBackupCode={isBackupCode}
        hint={isBackupCode ? 'Each backup code works once.' : undefined}
      />
      <SubmitButton pendingLabel="Signing in…" className="w-full">
        Sign in
      </SubmitButton>
    </ActionForm>
  )
}
