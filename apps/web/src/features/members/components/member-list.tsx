import { Dock } from '@/components/feedback/dock'
import { Feedback } from '@/components/feedback/feedback'
import { FeedbackProvider } from '@/components/feedback/feedback-context'
import { FilterForm } from '@/components/list/filter-form'
import { Pager } from '@/components/list/pager'
import { SearchField } from '@/components/list/search-field'
import { Card } from '@/components/ui/card'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { readDateSettings } from '@/lib/dates/read-date-settings'
import { listSummary } from '@/lib/list-summary'
import { listUrl } from '@/lib/url/list-url'
import { requireSession } from '@/lib/request/require-session'

import { loadMembers } from '../loaders'
import { MemberTable } from './member-table'

interface MemberListProps {
  organization: string
  searchParams: Record<string, string | string[] | undefined>
}

export async function MemberList({ organization, searchParams }: MemberListProps) {
  const [{ query, members, range, roles, nextCursor }, { user }, { locale }] = await Promise.all([
    loadMembers(organization, searchParams),
    requireSession(),
    readDateSettings(),
  ])
  const path = `/${organization}/members`
  const summary = listSummary(range, members.length, ['member', 'members'], locale)
  const first = { href: listUrl(path, { search: query.search }), label: 'First page' }
  return (
    <FeedbackProvider>
      <div className="space-y-3">
        <FilterForm action={path} label="Search members" className="flex gap-2">
          <SearchField
            label="Search by name or email"
            defaultValue={query.search}
            className="flex-1 md:max-w-80"
          />
        </FilterForm>
        <output className="sr-only">{members.length > 0 ? summary : 'No members found'}</output>
        <Card className="@container overflow-clip">
          {members.length > 0 ? (
            <>
              <p className="flex h-11 items-center border-b px-4 text-muted-foreground md:h-10 @2xl:px-3">
                {summary}
              </p>
              <MemberTable {...{ organization, members, roles }} userId={user.id} />
            </>
          ) : (
            <EmptyState
              icon="user-round-search"
              title="No matching members"
              action={
                <ButtonLink href={path} variant="outline">
                  Show all members
                </ButtonLink>
              }
            >
              Try a different search.
            </EmptyState>
          )}
          <Pager
            label="Members pagination"
            previous={query.cursor ? first : undefined}
            next={
              nextCursor
                ? { href: listUrl(path, { search: query.search, cursor: nextCursor }), label: 'Next' }
                : undefined
            }
          />
        </Card>
      </div>
      <Dock>
        <Feedback />
      </Dock>
    </FeedbackProvider>
  )
}
