import type { Metadata } from 'next'

import { PageSection } from '@/components/page-section'
import { DeleteAccountForm } from '@/features/account/components/delete-account-form'
import { LastOwnerNotice } from '@/features/account/components/last-owner-notice'
import { loadSoleOwnerships } from '@/features/account/loaders'
import { deleteAccountSchema } from '@/features/account/schema'
import { constraintsOf } from '@/lib/input/constraints'
import { requireSession } from '@/lib/request/require-session'

export const metadata: Metadata = { title: 'Your data' }

export default async function DataPage() {
  const { user } = await requireSession()
  const soleOwnerships = await loadSoleOwnerships()
  return (
    <PageSection
      title="Delete account"
      description="You'll leave all your organizations. What you created stays there."
    >
      {soleOwnerships.length > 0 ? (
        <LastOwnerNotice organizations={soleOwnerships} />
      ) : (
        <DeleteAccountForm constraints={constraintsOf(deleteAccountSchema)} email={user.email} />
      )}
    </PageSection>
  )
}
