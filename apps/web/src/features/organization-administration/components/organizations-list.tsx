import { Pager } from '@/components/list/pager'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { listUrl } from '@/lib/url/list-url'

import { loadAllOrganizations } from '../loaders'
import { OrganizationRow } from './organization-row'
import { OrganizationsFilters } from './organizations-filters'

const PATH = '/admin/organizations'

/** All organizations, newest first, one page at a time. */
export async function OrganizationsList({
  searchParams,
}: {
  searchParams: Record<string, string | string[] | undefined>
}) {
  const { query, organizations, nextCursor } = await loadAllOrganizations(searchParams)
  const { search, status, cursor } = query
  const next = nextCursor
    ? { href: listUrl(PATH, { search, status, cursor: nextCursor }), label: 'Older' }
    : undefined
  const found = organizations.length === 1 ? '1 organization' : `${organizations.length} organizations`
  return (
    <div className="space-y-3">
      <OrganizationsFilters path={PATH} query={query} />
      <output className="sr-only">{organizations.length > 0 ? found : 'No organizations found'}</output>
      <Card className="overflow-clip">
        {organizations.length > 0 ? (
          <ul className="divide-y">
            {organizations.map((organization) => (
              <OrganizationRow key={organization.id} organization={organization} />
            ))}
          </ul>
        ) : (
          <EmptyState
            icon="search"
            title="No matching organizations"
            action={
              <ButtonLink href={PATH} variant="outline">
                Show all
              </ButtonLink>
            }
          >
            Search for the beginning of a name or URL.
          </EmptyState>
        )}
        <Pager
          label="Organizations pagination"
          previous={cursor ? { href: listUrl(PATH, { search, status }), label: 'Newest' } : undefined}
          next={next}
        />
      </Card>
    </div>
  )
}
