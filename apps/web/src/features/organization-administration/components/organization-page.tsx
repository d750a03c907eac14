import { PageHeader } from '@/components/page-header'
import { PageSection } from '@/components/page-section'
import { TextLink } from '@/components/text-link'

import { loadOrganization } from '../loaders'
import { OrganizationBadges } from './organization-badges'
import { OrganizationDecisionLinks } from './organization-decision-links'
import { OrganizationFacts } from './organization-facts'
import { OrganizationMembers } from './organization-members'
import { OrganizationTrail } from './organization-trail'

/** The page of one organization: what is known about it, and the decisions that can be made. */
export async function OrganizationPage({ id }: { id: string }) {
  const { organization, decisions, members, trail } = await loadOrganization(id)
  return (
    <>
      <PageHeader
        title={organization.name}
        description={
          <span className="flex flex-wrap items-center gap-2">
            <span className="wrap-anywhere">/{organization.slug}</span>
            <OrganizationBadges
              suspended={organization.suspendedAt !== null}
              deletedFrom={organization.deletedFrom}
            />
          </span>
        }
        actions={<TextLink href="/admin/organizations">Back to organizations</TextLink>}
      />
      <PageSection title="Organization" description="What we store about it. Content is only counted.">
        <OrganizationFacts organization={organization} />
      </PageSection>
      {decisions ? (
        <PageSection title="Decide" description="Each decision needs a reason, which members can read.">
          <OrganizationDecisionLinks id={id} decisions={decisions} />
        </PageSection>
      ) : null}
      <PageSection title="Members" description="The first 100, owners first.">
        <OrganizationMembers members={members} />
      </PageSection>
      <PageSection title="Changes" description="The latest changes, without content.">
        <OrganizationTrail events={trail} />
      </PageSection>
    </>
  )
}
