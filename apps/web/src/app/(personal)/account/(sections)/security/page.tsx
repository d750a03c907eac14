import type { Metadata } from 'next'

import { PageSection } from '@/components/page-section'
import { PasswordForm } from '@/features/account/components/password-form'
import { changePasswordSchema } from '@/features/account/schema'
import { PasskeySection } from '@/features/passkeys/components/passkey-section'
import { SessionList } from '@/features/sessions/components/session-list'
import { TwoFactorSection } from '@/features/two-factor/components/two-factor-section'
import { constraintsOf } from '@/lib/input/constraints'
import { requireSession } from '@/lib/request/require-session'

export const metadata: Metadata = { title: 'Security' }

export default async function SecurityPage() {
  const { user } = await requireSession()
  return (
    <>
      <PageSection title="Password" description="Changing it signs you out on your other devices.">
        <PasswordForm
          constraints={constraintsOf(changePasswordSchema)}
          email={user.email}
          twoFactor={user.twoFactor}
        />
      </PageSection>
      <PasskeySection />
      <TwoFactorSection isOn={user.twoFactor} />
      <PageSection
        title="Sessions"
        description="Where you're signed in. We keep part of the network address, not your location."
      >
        <SessionList />
      </PageSection>
    </>
  )
}
