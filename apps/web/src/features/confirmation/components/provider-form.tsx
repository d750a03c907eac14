'use client'

import type { Provider } from '@kit/auth/providers/providers'
import { ActionForm } from '@/components/form/action-form'
import { CodeField } from '@/components/form/code-field'
import { SubmitButton } from '@/components/form/submit-button'
import type { Constraints } from '@/lib/input/constraint'

import { confirmWithProviderAction } from '../actions'

interface Props {
  constraints: Constraints
  provider: Provider
  twoFactor: boolean
  /** A path inside the app. */
  next: string
}

export function ProviderForm({ constraints, provider, twoFactor, next }: Props) {
  return (
    <ActionForm
      action={confirmWithProviderAction}
      constraints={constraints}
      fieldOfCode={{ WRONG_CODE: 'oneTimeCode' }}
    >
      <input type="hidden" name="provider" value={provider.id} />
      <input type="hidden" name="next" value={next} />
      {twoFactor ? <CodeField name="oneTimeCode" /> : null}
      <SubmitButton variant="outline" pendingLabel="Opening…">
        Continue with {provider.name}
      </SubmitButton>
    </ActionForm>
  )
}
