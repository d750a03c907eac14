import type { Metadata } from 'next'

import { PageSection } from '@/components/page-section'
import { ClosedOwnershipNotice } from '@/features/account/components/closed-ownership-notice'
import { DeleteAccountForm } from '@/features/account/components/delete-account-form'
import { DownloadForm } from '@/features/account/components/download-form'
import { LastOwnerNotice } from '@/features/account/components/last-owner-notice'
import { loadSoleOwnerships } from '@/features/account/loaders'
import { deleteAccountSchema } from '@/features/account/schema'
import { constraintsOf } from '@/lib/input/constraints'
import { requireSession } from '@/lib/request/require-session'

export const metadata: Metadata = { title: 'Your data' }

export default async function DataPage() {
  const { user } = await requireSession()
  const { open, closed } = await loadSoleOwnerships()
  return (
    <>
      <PageSection
        title="Download your data"
        description="What we store about you, as a JSON file. What you created belongs to your organizations and isn't included."
      >
        <DownloadForm />
      </PageSection>
      <PageSection
        title="Delete account"
        description="You'll leave all your organizations. What you created stays there."
      >
        {open.length > 0 ? (
          <LastOwnerNotice organizations={open} />
        ) : (
          <>
            {closed.length > 0 ? <ClosedOwnershipNotice organizations={closed} /> : null}
            <DeleteAccountForm constraints={constraintsOf(deleteAccountSchema)} email={user.email} />
          </>
        )}
      </PageSection>
    </>
  )
}
