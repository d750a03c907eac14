import type { Metadata } from 'next'

import { emailOfVerifyLink } from '@kit/auth/accounts/email-of-link'
import { isSignUpOfBrowser } from '@kit/auth/sign-up/finish-sign-up'
import { getSession } from '@kit/auth/session/session'
import { FormPage } from '@/components/form-page'
import { TextLink } from '@/components/text-link'
import { FinishSignUpForm } from '@/features/auth/components/finish-sign-up-form'
import { IncompleteLink } from '@/features/auth/components/incomplete-link'
import { VerifyEmailForm } from '@/features/auth/components/verify-email-form'
import { finishSignUpSchema, verifyEmailSchema } from '@/features/auth/schema'
import { constraintsOf } from '@/lib/input/constraints'
import { firstValue } from '@/lib/url/first-value'

export const metadata: Metadata = { title: 'Verify your email', robots: { index: false } }

interface Props {
  searchParams: Promise<{ token?: string | string[] }>
}

export default async function VerifyEmailPage({ searchParams }: Props) {
  const token = firstValue((await searchParams).token)
  if (!token) return <IncompleteLink href="/sign-in">Sign in to get a new link</IncompleteLink>
  if (!(await getSession()) && (await isSignUpOfBrowser(token)))
    return (
      <FormPage title="Verify your email" description="One click, and you can set up your organization.">
        <FinishSignUpForm constraints={constraintsOf(finishSignUpSchema)} token={token} />
      </FormPage>
    )
  return (
    <FormPage
      title="Verify your email"
      description="Enter your password to finish setting up your account."
      footer={
        <>
          Link expired? <TextLink href="/sign-in">Sign in</TextLink> to get a new one. Someone else chose this
          password? <TextLink href="/forgot-password">Reset it</TextLink>.
        </>
      }
    >
      <VerifyEmailForm
        constraints={constraintsOf(verifyEmailSchema)}
        token={token}
        email={await emailOfVerifyLink(token)}
      />
    </FormPage>
  )
}
