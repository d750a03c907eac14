import type { Metadata } from 'next'

import { PageSection } from '@/components/page-section'
import { EmailForm } from '@/features/account/components/email-form'
import { requestEmailChangeSchema } from '@/features/account/schema'
import { constraintsOf } from '@/lib/input/constraints'
import { requireSession } from '@/lib/request/require-session'

export const metadata: Metadata = { title: 'Email' }

export default async function EmailPage() {
  await requireSession()
  return (
    <PageSection
      title="Email"
      description="The email you sign in with. Changing it signs you out on your other devices."
    >
      <EmailForm constraints={constraintsOf(requestEmailChangeSchema)} />
    </PageSection>
  )
}
