import type { Metadata } from 'next'

import { PageHeader } from '@/components/page-header'
import { PageSection } from '@/components/page-section'
import { TextLink } from '@/components/text-link'
import { Alert } from '@/components/ui/alert'
import { ConfirmForm } from '@/features/two-factor/components/confirm-form'
import { DisableForm } from '@/features/two-factor/components/disable-form'
import { RenewCodesForm } from '@/features/two-factor/components/renew-codes-form'
import { RequiredNotice } from '@/features/two-factor/components/required-notice'
import { SetUpKey } from '@/features/two-factor/components/set-up-key'
import { StartForm } from '@/features/two-factor/components/start-form'
import { loadTwoFactor } from '@/features/two-factor/loaders'
import { confirmTwoFactorSchema } from '@/features/two-factor/schema'
import { constraintsOf } from '@/lib/input/constraints'
import { firstValue } from '@/lib/url/first-value'

export const metadata: Metadata = { title: 'Two-factor authentication' }

interface Props {
  searchParams: Promise<{ required?: string | string[]; off?: string }>
}

export default async function TwoFactorPage({ searchParams }: Props) {
  const { required, off } = await searchParams
  const twoFactor = await loadTwoFactor()
  const { isOn } = twoFactor
  const setUp = isOn ? undefined : twoFactor.setUp
  return (
    <>
      <PageHeader
        title="Two-factor authentication"
        description="Signing in also takes a code from an authenticator app on your phone or computer."
        actions={<TextLink href="/account/security">Back to security</TextLink>}
      />
      {isOn ? null : <RequiredNotice by={firstValue(required)} />}
      {off === undefined || isOn ? null : (
        <output className="mb-6 block">
          <Alert variant="success">Two-factor authentication is off.</Alert>
        </output>
      )}
      <PageSection
        title="Authenticator app"
        description={isOn ? 'It is on.' : 'Turning it on signs you out on your other devices.'}
      >
        <ConfirmForm
          constraints={constraintsOf(confirmTwoFactorSchema)}
          instead={isOn ? <p>Your app makes the codes you sign in with.</p> : <StartForm />}
        >
          {setUp ? <SetUpKey setUp={setUp} /> : null}
        </ConfirmForm>
        {setUp ? (
          <div className="mt-6 [[data-done]+&]:hidden">
            <StartForm isAgain />
          </div>
        ) : null}
      </PageSection>
      {isOn ? (
        <>
          <PageSection
            title="Backup codes"
            description="They sign you in when you don't have your app. Each works once."
          >
            <p className="mb-4">
              {twoFactor.codesLeft === 1 ? '1 code is left.' : `${twoFactor.codesLeft} codes are left.`} New
              codes replace all earlier ones.
            </p>
            <RenewCodesForm />
          </PageSection>
          <PageSection
            title="Turn off"
            description="Signing in takes no code again. Organizations that require it are closed to you."
          >
            <DisableForm />
          </PageSection>
        </>
      ) : null}
    </>
  )
}
