import type { Metadata } from 'next'

import { FormPage } from '@/components/form-page'
import { ConfirmPasswordForm } from '@/features/account/components/confirm-password-form'
import { confirmPasswordSchema } from '@/features/account/schema'
import { constraintsOf } from '@/lib/constraints'
import { firstValue } from '@/lib/first-value'
import { redirectPath } from '@/lib/redirect-path'
import { requireSession } from '@/lib/require-session'

export const metadata: Metadata = { title: 'Enter your password', robots: { index: false } }

interface Props {
  searchParams: Promise<{ next?: string | string[] }>
}

/** For browsers without JavaScript, which cannot be asked on the page that they are on. */
export default async function ConfirmPasswordPage({ searchParams }: Props) {
  const { user } = await requireSession()
  const next = redirectPath(firstValue((await searchParams).next), '/account')
  return (
    <div className="max-w-sm">
      <FormPage
        title="Is it still you?"
        description="It has been a while. Enter your password, and you are led back to the form."
      >
        <ConfirmPasswordForm
          constraints={constraintsOf(confirmPasswordSchema)}
          email={user.email}
          next={next}
        />
      </FormPage>
    </div>
  )
}
