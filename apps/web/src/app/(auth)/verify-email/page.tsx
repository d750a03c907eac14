import type { Metadata } from 'next'

import { emailOfVerifyLink } from '@kit/auth/accounts/email-of-link'
import { FormPage } from '@/components/form-page'
import { TextLink } from '@/components/text-link'
import { IncompleteLink } from '@/features/auth/components/incomplete-link'
import { VerifyEmailForm } from '@/features/auth/components/verify-email-form'
import { verifyEmailSchema } from '@/features/auth/schema'
import { constraintsOf } from '@/lib/input/constraints'
import { firstValue } from '@/lib/url/first-value'

export const metadata: Metadata = { title: 'Verify your email', robots: { index: false } }

interface Props {
  searchParams: Promise<{ token?: string | string[] }>
}

export default async function VerifyEmailPage({ searchParams }: Props) {
  const token = firstValue((await searchParams).token)
  if (!token) return <IncompleteLink href="/sign-in">Sign in to get a new link</IncompleteLink>
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
