import type { Metadata } from 'next'
import { redirect } from 'next/navigation'

import { PageHeader } from '@/components/page-header'
import { PageSection } from '@/components/page-section'
import { TextLink } from '@/components/text-link'
import { ProblemNotice } from '@/features/auth/components/problem-notice'
import { MailCodeForm } from '@/features/confirmation/components/mail-code-form'
import { MailedCodeForm } from '@/features/confirmation/components/mailed-code-form'
import { ProviderForm } from '@/features/confirmation/components/provider-form'
import { loadConfirmation } from '@/features/confirmation/loaders'
import { confirmWithMailedCodeSchema, confirmWithProviderSchema } from '@/features/confirmation/schema'
import { constraintsOf } from '@/lib/input/constraints'
import { firstValue } from '@/lib/url/first-value'
import { redirectPath } from '@/lib/url/redirect-path'

export const metadata: Metadata = { title: "Confirm it's you" }

interface Props {
  searchParams: Promise<{ next?: string | string[]; problem?: string | string[] }>
}

/** Where people without a password confirm their identity. People with a password enter it in the form that asks for it. */
export default async function ConfirmPage({ searchParams }: Props) {
  const { next: wanted, problem } = await searchParams
  const next = redirectPath(firstValue(wanted), '/account/security')
  const { user, providers } = await loadConfirmation()
  if (user.hasPassword) redirect(next)
  return (
    <>
      <PageHeader
        title="Confirm it's you"
        description="Some changes need a recent confirmation, in case someone else is using your browser."
        actions={<TextLink href="/account/security">Back to security</TextLink>}
      />
      <ProblemNotice name={firstValue(problem)} />
      <PageSection title="Code by email" description="We send it to your account's email.">
        <div className="space-y-6">
          <MailCodeForm email={user.email} />
          <MailedCodeForm
            constraints={constraintsOf(confirmWithMailedCodeSchema)}
            twoFactor={user.twoFactor}
            next={next}
          />
        </div>
      </PageSection>
      {providers.map((provider) => (
        <PageSection
          key={provider.id}
          title={provider.name}
          description="Sign in there again. Then you return to the page you were on."
        >
          <ProviderForm
            constraints={constraintsOf(confirmWithProviderSchema)}
            provider={provider}
            twoFactor={user.twoFactor}
            next={next}
          />
        </PageSection>
      ))}
    </>
  )
}
