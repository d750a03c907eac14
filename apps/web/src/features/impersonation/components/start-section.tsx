import { PageSection } from '@/components/page-section'
import { ButtonLink } from '@/components/ui/button-link'

/** The section on a person's page. */
export function StartSection({ personId }: { personId: string }) {
  return (
    <PageSection title="Impersonate" description="See the site as this person does. They get an email.">
      <ButtonLink href={`/admin/people/${personId}/impersonate`} variant="outline">
        Impersonate
      </ButtonLink>
    </PageSection>
  )
}
