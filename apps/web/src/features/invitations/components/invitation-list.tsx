import { invitationStates } from '@kit/db/invitations/values'
import { FilterForm } from '@/components/list/filter-form'
import { Pager } from '@/components/list/pager'
import { Card, CardContent } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { NativeSelect } from '@/components/ui/native-select'
import { constraintsOf } from '@/lib/input/constraints'
import { listUrl } from '@/lib/url/list-url'

import { loadInvitations } from '../loaders'
import { createInvitationSchema } from '../schema'
import { InvitationTable } from './invitation-table'
import { InviteForm } from './invite-form'
import { stateLabels } from './state-badge'

interface InvitationListProps {
  organization: string
  searchParams: Record<string, string | string[] | undefined>
}

/** The invite form and the list of invitations. */
export async function InvitationList({ organization, searchParams }: InvitationListProps) {
  const { query, invitations, roles, nextCursor } = await loadInvitations(organization, searchParams)
  const path = `/${organization}/members/invitations`
  return (
    <>
      <Card className="max-w-3xl">
        <CardContent>
          <InviteForm
            organization={organization}
            constraints={constraintsOf(createInvitationSchema)}
            roles={roles}
          />
        </CardContent>
      </Card>
      <section
        id="invitation-list"
        aria-label="Sent invitations"
        tabIndex={-1}
        className="space-y-3 outline-none"
      >
        <FilterForm action={path} label="Filter invitations" className="flex gap-2">
          <NativeSelect
            name="state"
            aria-label="Status"
            defaultValue={query.state ?? ''}
            className="flex-1 md:max-w-44"
          >
            <option value="">All statuses</option>
            {invitationStates.map((state) => (
              <option key={state} value={state}>
                {stateLabels[state]}
              </option>
            ))}
          </NativeSelect>
        </FilterForm>
        <Card className="@container overflow-clip">
          {invitations.length > 0 ? (
            <InvitationTable organization={organization} invitations={invitations} />
          ) : (
            <EmptyState
              icon="mail-plus"
              title={query.state ? 'No matching invitations' : 'No invitations yet'}
            >
              {query.state ? 'Try another status.' : 'Invite someone with the form above.'}
            </EmptyState>
          )}
          <Pager
            label="Invitations pagination"
            previous={
              query.cursor ? { href: listUrl(path, { state: query.state }), label: 'First page' } : undefined
            }
            next={
              nextCursor
                ? { href: listUrl(path, { state: query.state, cursor: nextCursor }), label: 'Next' }
                : undefined
            }
          />
        </Card>
      </section>
    </>
  )
}
