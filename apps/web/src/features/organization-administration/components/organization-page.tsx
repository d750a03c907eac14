import { Pager } from '@/components/list/pager'
import { PageHeader } from '@/components/page-header'
import { PageSection } from '@/components/page-section'
import { TextLink } from '@/components/text-link'

import { listUrl } from '@/lib/url/list-url'

import { loadOrganization } from '../loaders'
import { OrganizationBadges } from './organization-badges'
import { OrganizationDecisionLinks } from './organization-decision-links'
import { OrganizationFacts } from './organization-facts'
import { OrganizationMembers } from './organization-members'
import { OrganizationTrail } from './organization-trail'

interface Props {
  id: string
  searchParams: Record<string, string | string[] | undefined>
}

/** The page of one organization: what is known about it, and the decisions that can be made. */
export async function OrganizationPage({ id, searchParams }: Props) {
  const { organization, decisions, members, cursor, nextCursor, trail } = await loadOrganization(
    id,
    searchParams,
  )
  const path = `/admin/organizations/${id}`
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
      <PageSection title="Members" description="Owners first.">
        <OrganizationMembers members={members}>
          <Pager
            label="Members pagination"
            previous={cursor ? { href: path, label: 'First page' } : undefined}
            next={nextCursor ? { href: listUrl(path, { cursor: nextCursor }), label: 'Next' } : undefined}
          />
        </OrganizationMembers>
      </PageSection>
      <PageSection title="Changes" description="The latest changes, without content.">
        <OrganizationTrail events={trail} />
      </PageSection>
    </>
  )
}
