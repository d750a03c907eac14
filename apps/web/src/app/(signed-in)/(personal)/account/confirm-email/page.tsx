import type { Metadata } from 'next'

import { FormPage } from '@/components/form-page'
import { ConfirmEmailForm } from '@/features/account/components/confirm-email-form'
import { confirmEmailChangeSchema } from '@/features/account/schema'
import { IncompleteLink } from '@/features/auth/components/incomplete-link'
import { constraintsOf } from '@/lib/input/constraints'
import { firstValue } from '@/lib/url/first-value'
import { requireSession } from '@/lib/request/require-session'

export const metadata: Metadata = { title: 'Confirm your new email', robots: { index: false } }

interface Props {
  searchParams: Promise<{ token?: string | string[] }>
}

export default async function ConfirmEmailPage({ searchParams }: Props) {
  const { user } = await requireSession()
  const token = firstValue((await searchParams).token)
  if (!token) return <IncompleteLink href="/account/email">Request a new link</IncompleteLink>
  return (
    <div className="max-w-sm">
      <FormPage
        title="Change your email"
        description={
          <>
            You're signed in as <strong className="font-medium text-foreground">{user.email}</strong>. Confirm
            to use the email this link was sent to instead.
          </>
        }
      >
        <ConfirmEmailForm constraints={constraintsOf(confirmEmailChangeSchema)} token={token} />
      </FormPage>
    </div>
  )
}
