import type { Metadata } from 'next'

import { PageSection } from '@/components/page-section'
import { PasswordForm } from '@/features/account/components/password-form'
import { SetPasswordForm } from '@/features/account/components/set-password-form'
import { changePasswordSchema, setPasswordSchema } from '@/features/account/schema'
import { ProblemNotice } from '@/features/auth/components/problem-notice'
import { PastImpersonations } from '@/features/impersonation/components/past-impersonations'
import { DoneNotice } from '@/features/linked-accounts/components/done-notice'
import { LinkedAccountsSection } from '@/features/linked-accounts/components/linked-accounts-section'
import { PasskeySection } from '@/features/passkeys/components/passkey-section'
import { SessionList } from '@/features/sessions/components/session-list'
import { TwoFactorSection } from '@/features/two-factor/components/two-factor-section'
import { constraintsOf } from '@/lib/input/constraints'
import { firstValue } from '@/lib/url/first-value'
import { requireSession } from '@/lib/request/require-session'

export const metadata: Metadata = { title: 'Security' }

interface Props {
  searchParams: Promise<{
    problem?: string | string[]
    linked?: string
    unlinked?: string
    password?: string
  }>
}

export default async function SecurityPage({ searchParams }: Props) {
  const { problem, ...done } = await searchParams
  const { user } = await requireSession()
  return (
    <>
      <ProblemNotice name={firstValue(problem)} />
      <DoneNotice done={done} />
      {user.hasPassword ? (
        <PageSection title="Password" description="Changing it signs you out on your other devices.">
          <PasswordForm
            constraints={constraintsOf(changePasswordSchema)}
            email={user.email}
            twoFactor={user.twoFactor}
          />
        </PageSection>
      ) : (
        <PageSection
          title="Password"
          description="You sign in without a password. You can set one as another way to sign in."
        >
          <SetPasswordForm constraints={constraintsOf(setPasswordSchema)} email={user.email} />
        </PageSection>
      )}
      <PasskeySection />
      <LinkedAccountsSection />
      <TwoFactorSection isOn={user.twoFactor} />
      <PageSection
        title="Sessions"
        description="Where you're signed in. We keep part of the network address, not your location."
      >
        <SessionList />
      </PageSection>
      <PastImpersonations />
    </>
  )
}
