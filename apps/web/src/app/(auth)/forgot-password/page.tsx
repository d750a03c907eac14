import type { Metadata } from 'next'

import { offerCaptcha } from '@/components/captcha/offer-captcha'
import { FormPage } from '@/components/form-page'
import { TextLink } from '@/components/text-link'
import { ForgotPasswordForm } from '@/features/auth/components/forgot-password-form'
import { requestPasswordResetSchema } from '@/features/auth/schema'
import { constraintsOf } from '@/lib/input/constraints'

export const metadata: Metadata = { title: 'Forgot password' }

export default function ForgotPasswordPage() {
  return (
    <FormPage
      title="Forgot your password?"
      description="Enter your email and we'll send you a link to reset it."
      footer={
        <>
          <TextLink href="/sign-in">Back to sign in</TextLink>
        </>
      }
    >
      <ForgotPasswordForm
        constraints={constraintsOf(requestPasswordResetSchema)}
        captcha={offerCaptcha('auth.requestPasswordReset')}
      />
    </FormPage>
  )
}
