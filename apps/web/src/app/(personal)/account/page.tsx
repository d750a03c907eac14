import type { Metadata } from 'next'

import { PageHeader } from '@/components/page-header'
import { SettingsSection } from '@/components/settings-section'
import { NameForm } from '@/features/account/components/name-form'
import { PasswordForm } from '@/features/account/components/password-form'
import { changePasswordSchema, updateNameSchema } from '@/features/account/schema'
import { constraintsOf } from '@/lib/constraints'
import { requireSession } from '@/lib/require-session'

export const metadata: Metadata = { title: 'Account' }

export default async function AccountPage() {
  const { user } = await requireSession()
  return (
    <>
      <PageHeader title="Account" description={user.email} />
      <SettingsSection title="Profile" description="How others in your organizations see you.">
        <NameForm constraints={constraintsOf(updateNameSchema)} name={user.name} />
      </SettingsSection>
      <SettingsSection title="Password" description="Changing it signs out every other session of yours.">
        <PasswordForm constraints={constraintsOf(changePasswordSchema)} email={user.email} />
      </SettingsSection>
    </>
  )
}
