import { tableRoles } from '@/components/list/table-roles'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import { RoleBadge } from '@/features/members/components/role-badge'
import { LocalDate } from '@/components/dates/local-date'

import type { InvitationDto } from '../loaders'
import { InvitationButtons } from './invitation-buttons'
import { MailNotice } from './mail-notice'
import { StateBadge } from './state-badge'

interface InvitationTableProps {
  organization: string
  invitations: InvitationDto[]
}

/** A table whose rows become cards on narrow screens. */
export function InvitationTable({ organization, invitations }: InvitationTableProps) {
  return (
    <Table label="Invitations" {...tableRoles.table} className="@max-2xl:block">
      <TableHeader {...tableRoles.group} className="@max-2xl:sr-only">
        <TableRow {...tableRoles.row}>
          <TableHead {...tableRoles.columnHeader}>Email</TableHead>
          <TableHead {...tableRoles.columnHeader}>Role</TableHead>
          <TableHead {...tableRoles.columnHeader}>Status</TableHead>
          <TableHead {...tableRoles.columnHeader}>Sent</TableHead>
          <TableHead {...tableRoles.columnHeader}>
            <span className="sr-only">Actions</span>
          </TableHead>
        </TableRow>
      </TableHeader>
      <TableBody {...tableRoles.group} className="@max-2xl:block">
        {invitations.map((invitation) => (
          <InvitationRow key={invitation.id} organization={organization} invitation={invitation} />
        ))}
      </TableBody>
    </Table>
  )
}

function InvitationRow({ organization, invitation }: { organization: string; invitation: InvitationDto }) {
  const { email, role, customRole, state, mailTrouble, inviter, createdAt, expiresAt } = invitation
  return (
    <TableRow
      {...tableRoles.row}
      className="@max-2xl:grid @max-2xl:grid-cols-[auto_auto_1fr] @max-2xl:items-center @max-2xl:gap-x-2 @max-2xl:gap-y-2 @max-2xl:px-4 @max-2xl:py-3"
    >
      <th
        scope="row"
        {...tableRoles.rowHeader}
        className="text-left font-medium wrap-anywhere @max-2xl:col-span-3 @2xl:px-3 @2xl:py-2"
      >
        {email}
        <span className="block text-xs font-normal text-muted-foreground">
          Invited by {inviter ?? 'a former member'}
        </span>
        {state === 'pending' && mailTrouble ? <MailNotice trouble={mailTrouble} /> : null}
      </th>
      <TableCell {...tableRoles.cell} className="@max-2xl:p-0 @2xl:w-24">
        <RoleBadge role={role} customRole={customRole} />
      </TableCell>
      <TableCell {...tableRoles.cell} className="@max-2xl:p-0 @2xl:w-28">
        <StateBadge state={state} />
      </TableCell>
      <TableCell
        {...tableRoles.cell}
        className="text-muted-foreground @max-2xl:p-0 @max-2xl:text-right @max-2xl:text-xs @2xl:w-44 @2xl:whitespace-nowrap"
      >
        <LocalDate at={createdAt} />
        {state === 'pending' ? (
          <>
            , expires <LocalDate at={expiresAt} />
          </>
        ) : null}
      </TableCell>
      <TableCell
        {...tableRoles.cell}
        className="@max-2xl:col-span-3 @max-2xl:p-0 @max-2xl:empty:hidden @2xl:w-56"
      >
        {invitation.canResend || invitation.canCancel ? (
          <InvitationButtons organization={organization} invitation={invitation} />
        ) : null}
      </TableCell>
    </TableRow>
  )
}
