import type { Metadata } from 'next'

import { emailOfResetLink } from '@kit/auth/accounts/email-of-link'
import { FormPage } from '@/components/form-page'
import { TextLink } from '@/components/text-link'
import { IncompleteLink } from '@/features/auth/components/incomplete-link'
import { ResetPasswordForm } from '@/features/auth/components/reset-password-form'
import { resetPasswordSchema } from '@/features/auth/schema'
import { constraintsOf } from '@/lib/input/constraints'
import { firstValue } from '@/lib/url/first-value'

export const metadata: Metadata = { title: 'Reset your password', robots: { index: false } }

interface Props {
  searchParams: Promise<{ token?: string | string[] }>
}

export default async function ResetPasswordPage({ searchParams }: Props) {
  const token = firstValue((await searchParams).token)
  if (!token) return <IncompleteLink href="/forgot-password">Request a new link</IncompleteLink>
  return (
    <FormPage
      title="Reset your password"
      footer={
        <>
          This link works only once. <TextLink href="/forgot-password">Request a new link</TextLink>
        </>
      }
    >
      <ResetPasswordForm
        constraints={constraintsOf(resetPasswordSchema)}
        token={token}
        email={await emailOfResetLink(token)}
      />
    </FormPage>
  )
}
