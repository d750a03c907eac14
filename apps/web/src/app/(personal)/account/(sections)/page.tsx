import type { Metadata } from 'next'

import { PageSection } from '@/components/page-section'
import { NameForm } from '@/features/account/components/name-form'
import { updateNameSchema } from '@/features/account/schema'
import { constraintsOf } from '@/lib/input/constraints'
import { requireSession } from '@/lib/request/require-session'

export const metadata: Metadata = { title: 'Profile' }

export default async function ProfilePage() {
  const { user } = await requireSession()
  return (
    <PageSection title="Profile" description="How other members see you.">
      <NameForm constraints={constraintsOf(updateNameSchema)} name={user.name} />
    </PageSection>
  )
}
