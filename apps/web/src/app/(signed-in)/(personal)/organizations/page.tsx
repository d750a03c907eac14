import type { Metadata } from 'next'

import { Icon } from '@/components/icon/icon'
import { FilterForm } from '@/components/list/filter-form'
import { Pager } from '@/components/list/pager'
import { SearchField } from '@/components/list/search-field'
import { PageHeader } from '@/components/page-header'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { offersOrganizations } from '@/features/installation/loaders'
import { OrganizationList } from '@/features/organizations/components/organization-list'
import { RemovalNotice } from '@/features/organizations/components/removal-notice'
import { loadOrganizations } from '@/features/organizations/loaders'
import { listUrl } from '@/lib/url/list-url'
import { readRemovalNote } from '@/lib/organization/removal-note'
import { requireSession } from '@/lib/request/require-session'

export const metadata: Metadata = { title: 'Organizations' }

const path = '/organizations'

/** The search appears once there are this many organizations. */
const MANY = 10

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function OrganizationsPage({ searchParams }: Props) {
  const [{ query, organizations, nextCursor }, removal] = await Promise.all([
    loadOrganizations(await searchParams),
    readRemovalNote(),
  ])
  const hasAny = organizations.length > 0
  const isWhole = !query.search && !query.cursor && !nextCursor
  const { user } = await requireSession()
  const mayCreate = offersOrganizations(user)
  const create = mayCreate ? (
    <ButtonLink href="/organizations/new" variant={hasAny || !isWhole ? 'outline' : 'default'}>
      <Icon name="plus" />
      New organization
    </ButtonLink>
  ) : (
    <ButtonLink href="/contact" variant="outline">
      Contact us
    </ButtonLink>
  )
  return (
    <>
      <PageHeader
        title="Organizations"
        description={hasAny ? 'Select an organization to open.' : undefined}
        actions={mayCreate && (hasAny || !isWhole) ? create : undefined}
      />
      {removal ? <RemovalNotice removal={removal} /> : null}
      {isWhole && organizations.length < MANY ? null : (
        <FilterForm action={path} label="Search organizations" className="mt-6">
          <SearchField label="Search by name or URL" defaultValue={query.search} />
        </FilterForm>
      )}
      <Card className="mt-6 overflow-hidden">
        {hasAny ? <OrganizationList organizations={organizations} /> : null}
        {!hasAny && isWhole ? (
          <EmptyState title="You're not in an organization yet" action={create}>
            {mayCreate
              ? 'Create one, or ask to be invited to an existing one.'
              : 'Ask to be invited to one, or contact us to get one.'}
          </EmptyState>
        ) : null}
        {!hasAny && !isWhole ? (
          <EmptyState
            title="No matching organizations"
            action={
              <ButtonLink href={path} variant="outline">
                Show all organizations
              </ButtonLink>
            }
          >
            Try a different search.
          </EmptyState>
        ) : null}
        <Pager
          label="Organizations pagination"
          previous={
            query.cursor ? { href: listUrl(path, { search: query.search }), label: 'First page' } : undefined
          }
          next={
            nextCursor
              ? { href: listUrl(path, { search: query.search, cursor: nextCursor }), label: 'Next' }
              : undefined
          }
        />
      </Card>
    </>
  )
}
