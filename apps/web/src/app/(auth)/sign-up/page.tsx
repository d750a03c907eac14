import type { Metadata } from 'next'
import { redirect } from 'next/navigation'

import { getSession } from '@kit/auth/session/session'
import { offerCaptcha } from '@/components/captcha/offer-captcha'
import { FormPage } from '@/components/form-page'
import { TextLink } from '@/components/text-link'
import { OtherWays } from '@/features/auth/components/other-ways'
import { SignUpForm } from '@/features/auth/components/sign-up-form'
import { signUpSchema } from '@/features/auth/schema'
import { constraintsOf } from '@/lib/input/constraints'

export const metadata: Metadata = { title: 'Create your account' }

export default async function SignUpPage() {
  if (await getSession()) redirect('/organizations/open')
  return (
    <FormPage
      title="Create your account"
      description="You'll set up an organization next."
      footer={
        <>
          Already have an account? <TextLink href="/sign-in">Sign in</TextLink>
        </>
      }
    >
      <SignUpForm constraints={constraintsOf(signUpSchema)} captcha={offerCaptcha('auth.signUp')} />
      <OtherWays next="/organizations/open" />
    </FormPage>
  )
}
