import type { Metadata } from 'next'

import { PageHeader } from '@/components/page-header'
import { PageSection } from '@/components/page-section'
import { DeleteAccountForm } from '@/features/account/components/delete-account-form'
import { EmailForm } from '@/features/account/components/email-form'
import { LastOwnerNotice } from '@/features/account/components/last-owner-notice'
import { NameForm } from '@/features/account/components/name-form'
import { PasswordForm } from '@/features/account/components/password-form'
import { loadSoleOwnerships } from '@/features/account/loaders'
import {
  changePasswordSchema,
  deleteAccountSchema,
  requestEmailChangeSchema,
  updateNameSchema,
} from '@/features/account/schema'
import { TwoFactorSection } from '@/features/two-factor/components/two-factor-section'
import { constraintsOf } from '@/lib/input/constraints'
import { requireSession } from '@/lib/request/require-session'

export const metadata: Metadata = { title: 'Account' }

export default async function AccountPage() {
  const { user } = await requireSession()
  const soleOwnerships = await loadSoleOwnerships()
  return (
    <>
      <PageHeader title="Account" description={user.email} />
      <PageSection title="Profile" description="How other members see you.">
        <NameForm constraints={constraintsOf(updateNameSchema)} name={user.name} />
      </PageSection>
      <PageSection
        title="Email"
        description="The email you sign in with. Changing it signs you out on your other devices."
      >
        <EmailForm constraints={constraintsOf(requestEmailChangeSchema)} />
      </PageSection>
      <PageSection title="Password" description="Changing it signs you out on your other devices.">
        <PasswordForm
          constraints={constraintsOf(changePasswordSchema)}
          email={user.email}
          twoFactor={user.twoFactor}
        />
      </PageSection>
      <TwoFactorSection isOn={user.twoFactor} />
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
    </>
  )
}
