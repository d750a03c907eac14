import type { Metadata } from 'next'

import { FormPage } from '@/components/form-page'
import { ConfirmEmailForm } from '@/features/account/components/confirm-email-form'
import { confirmEmailChangeSchema } from '@/features/account/schema'
import { IncompleteLink } from '@/features/auth/components/incomplete-link'
import { constraintsOf } from '@/lib/input/constraints'
import { firstValue } from '@/lib/url/first-value'
import { requireSession } from '@/lib/request/require-session'

export const metadata: Metadata = { title: 'Confirm your other address', robots: { index: false } }

interface Props {
  searchParams: Promise<{ token?: string | string[] }>
}

export default async function ConfirmEmailPage({ searchParams }: Props) {
  const { user } = await requireSession()
  const token = firstValue((await searchParams).token)
  if (!token) return <IncompleteLink href="/account">Ask for another link</IncompleteLink>
  return (
    <div className="max-w-sm">
      <FormPage
        title="Change your e-mail address"
        description={
          <>
            You are signed in as <strong className="font-medium text-foreground">{user.email}</strong>. From
            now on the address is the one that this link was mailed to.
          </>
        }
      >
        <ConfirmEmailForm constraints={constraintsOf(confirmEmailChangeSchema)} token={token} />
      </FormPage>
    </div>
  )
}
