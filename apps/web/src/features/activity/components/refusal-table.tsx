import { tableRoles } from '@/components/list/table-roles'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'

import type { RefusedDto } from '../read-activity'
import { activityUrl } from './activity-url'
import { ActorName } from './actor-name'
import { FilterLink } from './filter-link'
import { HourLink } from './hour-link'
import { KindBadge } from './kind-badge'
import { OrganizationLink } from './organization-link'

interface RefusalTableProps {
  path: string
  query: RefusedDto['query']
  refusals: RefusedDto['refusals']
  /** Shows the organization of each row. */
  everywhere: boolean
}

const small = '@max-3xl:p-0 @max-3xl:text-xs'

/** Refused requests, grouped by minute. Rows become cards on narrow screens. */
export function RefusalTable({ path, query, refusals, everywhere }: RefusalTableProps) {
  return (
    <Table label="Refused requests" {...tableRoles.table} className="@max-3xl:block">
      <TableHeader {...tableRoles.group} className="@max-3xl:sr-only">
        <TableRow {...tableRoles.row}>
          <TableHead {...tableRoles.columnHeader}>Reason</TableHead>
          <TableHead {...tableRoles.columnHeader}>User</TableHead>
          <TableHead {...tableRoles.columnHeader}>Action</TableHead>
          {everywhere ? <TableHead {...tableRoles.columnHeader}>Organization</TableHead> : null}
          <TableHead {...tableRoles.columnHeader} className="text-right">
            {' '}
            Count{' '}
          </TableHead>
          <TableHead {...tableRoles.columnHeader}>Last seen</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody {...tableRoles.group} className="@max-3xl:block">
        {refusals.map((refusal) => (
          <TableRow
            key={refusal.id}
            {...tableRoles.row}
            className="@max-3xl:flex @max-3xl:flex-wrap @max-3xl:items-center @max-3xl:gap-x-3 @max-3xl:gap-y-1 @max-3xl:px-4 @max-3xl:py-3"
          >
            <th
              scope="row"
              {...tableRoles.rowHeader}
              className="text-left font-normal @max-3xl:w-full @3xl:px-3 @3xl:py-2"
            >
              <KindBadge kind={refusal.kind} />
            </th>
            <TableCell {...tableRoles.cell} className="wrap-anywhere @max-3xl:w-full @max-3xl:p-0">
              <ActorName
                {...{ path, query, person: refusal.person }}
                otherwise={refusal.network ? 'Not signed in' : 'Multiple sources'}
                unknown="A non-member"
              />
              {refusal.network ? (
                <span className="ml-2 text-xs text-muted-foreground tabular-nums">
                  {everywhere ? (
                    <FilterLink
                      href={activityUrl(path, { ...query, network: refusal.network, cursor: undefined })}
                      label="Show only this network"
                    >
                      {refusal.network}
                    </FilterLink>
                  ) : (
                    refusal.network
                  )}
                </span>
              ) : null}
            </TableCell>
            <TableCell {...tableRoles.cell} className={`${small} font-mono text-xs`}>
              <FilterLink
                href={activityUrl(path, { ...query, action: refusal.action, cursor: undefined })}
                label="Show only this action"
              >
                {refusal.action}
              </FilterLink>
            </TableCell>
            {everywhere ? (
              <TableCell {...tableRoles.cell} className={`${small} wrap-anywhere`}>
                {refusal.organization ? (
                  <OrganizationLink {...{ path, query }} organization={refusal.organization} />
                ) : (
                  '–'
                )}
              </TableCell>
            ) : null}
            <TableCell {...tableRoles.cell} className={`${small} text-right tabular-nums`}>
              {refusal.count}
              <span className="@3xl:sr-only">{refusal.count === 1 ? ' time' : ' times'}</span>
            </TableCell>
            <TableCell
              {...tableRoles.cell}
              className={`${small} whitespace-nowrap text-muted-foreground tabular-nums @max-3xl:ml-auto`}
            >
              <HourLink
                {...{ path, query }}
                at={refusal.lastSeen}
                title={`Request ID: ${refusal.lastRequestId}`}
              />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
