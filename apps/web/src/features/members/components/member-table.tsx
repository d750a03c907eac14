import { tableRoles } from '@/components/list/table-roles'
import { Avatar } from '@/components/ui/avatar'
import { Badge } from '@/components/ui/badge'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import { avatarPath } from '@/lib/url/avatar-path'
import { LocalDate } from '@/components/dates/local-date'

import type { MemberDto, RoleOption } from '../loaders'
import { RemoveMember } from './remove-member'
import { RoleBadge } from './role-badge'
import { RoleSelect } from './role-select'

interface MemberTableProps {
  organization: string
  members: MemberDto[]
  roles: readonly RoleOption[]
  userId: string
}

/** A table whose rows become cards on narrow screens. Controls appear only for members who can use them. */
export function MemberTable({ organization, members, roles, userId }: MemberTableProps) {
  return (
    <Table label="Members" {...tableRoles.table} className="@max-2xl:block">
      <TableHeader {...tableRoles.group} className="@max-2xl:sr-only">
        <TableRow {...tableRoles.row}>
          <TableHead {...tableRoles.columnHeader}>Name</TableHead>
          <TableHead {...tableRoles.columnHeader}>Email</TableHead>
          <TableHead {...tableRoles.columnHeader}>Role</TableHead>
          <TableHead {...tableRoles.columnHeader}>Joined</TableHead>
          <TableHead {...tableRoles.columnHeader}>
            <span className="sr-only">Remove</span>
          </TableHead>
        </TableRow>
      </TableHeader>
      <TableBody {...tableRoles.group} className="@max-2xl:block">
        {members.map((member) => (
          <TableRow
            key={member.id}
            {...tableRoles.row}
            className="@max-2xl:grid @max-2xl:grid-cols-[1fr_auto] @max-2xl:items-center @max-2xl:gap-x-3 @max-2xl:px-4 @max-2xl:py-3"
          >
            <th scope="row" {...tableRoles.rowHeader} className="text-left font-medium @2xl:px-3 @2xl:py-2">
              <span className="flex min-w-0 items-center gap-3">
                <Avatar name={member.name} picture={avatarPath({ id: member.userId, image: member.image })} />
                <bdi className="wrap-anywhere">{member.name}</bdi>
                {member.userId === userId ? <Badge variant="outline">You</Badge> : null}
                {member.suspended ? <Badge variant="warning">Suspended</Badge> : null}
              </span>
            </th>
            <TableCell
              {...tableRoles.cell}
              className="wrap-anywhere text-muted-foreground @max-2xl:col-start-1 @max-2xl:p-0 @max-2xl:pl-10"
            >
              {member.email}
            </TableCell>
            <TableCell
              {...tableRoles.cell}
              className="@max-2xl:col-start-2 @max-2xl:row-start-1 @max-2xl:p-0 @2xl:w-36"
            >
              {member.canUpdate ? <RoleSelect {...{ organization, member, roles }} /> : null}
              <span className={member.canUpdate ? 'hidden noscript:inline' : undefined}>
                <RoleBadge role={member.role} customRole={member.customRole} />
              </span>
            </TableCell>
            <TableCell
              {...tableRoles.cell}
              className="whitespace-nowrap text-muted-foreground @max-2xl:col-start-1 @max-2xl:p-0 @max-2xl:pl-10 @max-2xl:text-xs @2xl:w-36"
            >
              <LocalDate at={member.createdAt} />
            </TableCell>
            <TableCell
              {...tableRoles.cell}
              className="@max-2xl:col-start-2 @max-2xl:row-span-2 @max-2xl:row-start-2 @max-2xl:justify-self-end @max-2xl:p-0 @2xl:w-12 @2xl:py-0"
            >
              {member.canDelete ? <RemoveMember {...{ organization, member }} /> : null}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
