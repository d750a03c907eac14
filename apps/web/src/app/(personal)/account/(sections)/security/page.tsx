import type { Metadata } from 'next'

import { PageSection } from '@/components/page-section'
import { PasswordForm } from '@/features/account/components/password-form'
import { changePasswordSchema } from '@/features/account/schema'
import { constraintsOf } from '@/lib/input/constraints'
import { requireSession } from '@/lib/request/require-session'

export const metadata: Metadata = { title: 'Security' }

export default async function SecurityPage() {
  const { user } = await requireSession()
  return (
    <PageSection title="Password" description="Changing it signs you out on your other devices.">
      <PasswordForm constraints={constraintsOf(changePasswordSchema)} email={user.email} />
    </PageSection>
  )
}
