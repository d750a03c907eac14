import { PageSection } from '@/components/page-section'
import { ButtonLink } from '@/components/ui/button-link'
import { twoFactorPath } from '@/lib/url/two-factor-path'

/** The section on the security page that leads to two-factor authentication's own page. */
export function TwoFactorSection({ isOn }: { isOn: boolean }) {
  return (
    <PageSection
      title="Two-factor authentication"
      description="A code from an authenticator app each time you sign in."
    >
      <p>{isOn ? 'On. Signing in also takes a code.' : 'Off. Signing in takes no code.'}</p>
      <ButtonLink href={twoFactorPath()} variant={isOn ? 'outline' : undefined} className="mt-4">
        {isOn ? 'Manage' : 'Set up'}
      </ButtonLink>
    </PageSection>
  )
}
