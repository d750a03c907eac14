'use client'

import type { Provider } from '@kit/auth/providers/providers'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'

import { startProviderSignInAction } from '../actions'
import { NextField } from './next-field'

/** A form, so it works without JavaScript and no other site can send people to a provider. */
export function ProviderForm({ provider, next }: { provider: Provider; next?: string }) {
  return (
    <ActionForm action={startProviderSignInAction}>
      <NextField next={next} />
      <input type="hidden" name="provider" value={provider.id} />
      <SubmitButton variant="outline" pendingLabel="Opening…" className="w-full">
        Continue with {provider.name}
      </SubmitButton>
    </ActionForm>
  )
}
