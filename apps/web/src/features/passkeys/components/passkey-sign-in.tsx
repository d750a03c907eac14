'use client'

import { ActionForm } from '@/components/form/action-form'
import { NextField } from '@/features/auth/components/next-field'

import { signInWithPasskeyAction } from '../actions'
import { PasskeySignInButton } from './passkey-sign-in-button'

/** Below the sign-in form. The email field of that form also lists passkeys. */
export function PasskeySignIn({ next }: { next?: string }) {
  return (
    <ActionForm action={signInWithPasskeyAction} className="noscript:hidden">
      <NextField next={next} />
      <PasskeySignInButton />
    </ActionForm>
  )
}
