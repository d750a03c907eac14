import { Pager } from '@/components/list/pager'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { listUrl } from '@/lib/url/list-url'

import { loadPeople } from '../loaders'
import { PeopleFilters } from './people-filters'
import { PendingResets } from './pending-resets'
import { PersonRow } from './person-row'

const PATH = '/admin/people'

/** Everyone with an account, newest first, one page at a time. */
export async function PeopleList({
  searchParams,
}: {
  searchParams: Record<string, string | string[] | undefined>
}) {
  const { query, resets, people, nextCursor } = await loadPeople(searchParams)
  const { search, status, cursor } = query
  const next = nextCursor
    ? { href: listUrl(PATH, { search, status, cursor: nextCursor }), label: 'Older' }
    : undefined
  const found = people.length === 1 ? '1 person' : `${people.length} people`
  return (
    <div className="space-y-3">
      <PendingResets resets={resets} />
      <PeopleFilters path={PATH} query={query} />
      <output className="sr-only">{people.length > 0 ? found : 'No people found'}</output>
      <Card className="overflow-clip">
        {people.length > 0 ? (
          <ul className="divide-y">
            {people.map((person) => (
              <PersonRow key={person.id} person={person} />
            ))}
          </ul>
        ) : (
          <EmptyState
            icon="user-round-search"
            title="No matching people"
            action={
              <ButtonLink href={PATH} variant="outline">
                Show everyone
              </ButtonLink>
            }
          >
            Search for the beginning of a name, an email or an organization.
          </EmptyState>
        )}
        <Pager
          label="People pagination"
          previous={cursor ? { href: listUrl(PATH, { search, status }), label: 'Newest' } : undefined}
          next={next}
        />
      </Card>
    </div>
  )
}
