import type { Metadata } from 'next'

import { FormPage } from '@/components/form-page'
import { TextLink } from '@/components/text-link'
import { IncompleteLink } from '@/features/auth/components/incomplete-link'
import { ReportSignInForm } from '@/features/sessions/components/report-sign-in-form'
import { reportSignInSchema } from '@/features/sessions/schema'
import { constraintsOf } from '@/lib/input/constraints'
import { firstValue } from '@/lib/url/first-value'

export const metadata: Metadata = { title: 'Report a sign-in', robots: { index: false } }

interface Props {
  searchParams: Promise<{ token?: string | string[] }>
}

export default async function NotMePage({ searchParams }: Props) {
  const token = firstValue((await searchParams).token)
  if (!token) return <IncompleteLink href="/forgot-password">Reset your password</IncompleteLink>
  return (
    <FormPage
      title="Wasn't you?"
      description="This signs out every device, removes all passkeys and connected accounts, and blocks the current password. Two-factor authentication is turned off if it was turned on after the email. You then choose a new password."
      footer={
        <>
          Was it you? No action needed. <TextLink href="/">Go to the home page</TextLink>
        </>
      }
    >
      <ReportSignInForm constraints={constraintsOf(reportSignInSchema)} token={token} />
    </FormPage>
  )
}
