'use client'

import { ActionForm } from '@/components/form/action-form'
import { CodeField } from '@/components/form/code-field'
import { SubmitButton } from '@/components/form/submit-button'
import { ButtonLink } from '@/components/ui/button-link'
import type { Constraints } from '@/lib/input/constraint'

import { confirmWithMailedCodeAction } from '../actions'
import { MailedCodeField } from './mailed-code-field'

interface Props {
  constraints: Constraints
  twoFactor: boolean
  /** A path inside the app. */
  next: string
}

/** For the confirmation page; the dialog has its own form. */
export function MailedCodeForm({ constraints, twoFactor, next }: Props) {
  return (
    <ActionForm
      action={confirmWithMailedCodeAction}
      constraints={constraints}
      fieldOfCode={{ WRONG_MAILED_CODE: 'mailedCode', WRONG_CODE: 'oneTimeCode' }}
      renderDone={() => (
        <>
          <output className="block">Confirmed for the next 10 minutes.</output>
          <ButtonLink href={next} className="mt-5">
            Continue
          </ButtonLink>
        </>
      )}
    >
      <MailedCodeField />
      {twoFactor ? <CodeField name="oneTimeCode" /> : null}
      <SubmitButton pendingLabel="Checking…">Confirm</SubmitButton>
    </ActionForm>
  )
}
