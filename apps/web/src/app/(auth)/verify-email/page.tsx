import type { Metadata } from 'next'

import { FormPage } from '@/components/form-page'
import { TextLink } from '@/components/text-link'
import { IncompleteLink } from '@/features/auth/components/incomplete-link'
import { VerifyEmailForm } from '@/features/auth/components/verify-email-form'
import { verifyEmailSchema } from '@/features/auth/schema'
import { constraintsOf } from '@/lib/input/constraints'
import { firstValue } from '@/lib/url/first-value'

export const metadata: Metadata = { title: 'Confirm your address', robots: { index: false } }

interface Props {
  searchParams: Promise<{ token?: string | string[] }>
}

export default async function VerifyEmailPage({ searchParams }: Props) {
  const token = firstValue((await searchParams).token)
  if (!token) return <IncompleteLink href="/sign-in">Sign in to get another link</IncompleteLink>
  return (
    <FormPage
      title="Confirm your address"
      description="Your password, and the account is ready."
      footer={
        <>
          Did the link expire? <TextLink href="/sign-in">Sign in</TextLink> and we send you another one. Did
          somebody else choose the password? <TextLink href="/forgot-password">Choose your own</TextLink>.
        </>
      }
    >
      <VerifyEmailForm constraints={constraintsOf(verifyEmailSchema)} token={token} />
    </FormPage>
  )
}
