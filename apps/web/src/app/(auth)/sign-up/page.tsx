import type { Metadata } from 'next'
import { redirect } from 'next/navigation'

import { getSession } from '@kit/auth/session/session'
import { offerCaptcha } from '@/components/captcha/offer-captcha'
import { FormPage } from '@/components/form-page'
import { TextLink } from '@/components/text-link'
import { OtherWays } from '@/features/auth/components/other-ways'
import { SignUpForm } from '@/features/auth/components/sign-up-form'
import { signUpSchema } from '@/features/auth/schema'
import { currentInstallation } from '@/features/installation/loaders'
import { constraintsOf } from '@/lib/input/constraints'

export const metadata: Metadata = { title: 'Create your account' }

const descriptions = {
  open: "You'll set up an organization next.",
  domains: 'Use your work email. Only emails at certain domains can sign up here.',
}

export default async function SignUpPage() {
  if (await getSession()) redirect('/organizations/open')
  const { signUp } = currentInstallation()
  const footer = (
    <>
      Already have an account? <TextLink href="/sign-in">Sign in</TextLink>
    </>
  )
  if (signUp === 'invitation')
    return (
      <FormPage
        title="You need an invitation"
        description="Ask an organization to invite you, and open the link in the email."
        footer={footer}
      >
        No one to ask? <TextLink href="/contact">Contact us</TextLink>
      </FormPage>
    )
  return (
    <FormPage title="Create your account" description={descriptions[signUp]} footer={footer}>
      <SignUpForm constraints={constraintsOf(signUpSchema)} captcha={offerCaptcha('auth.signUp')} />
      <OtherWays next="/organizations/open" />
    </FormPage>
  )
}
