import { ownRowsLabel, resourceLabels } from '@kit/auth/permissions/permission-labels'
import type { PermissionScope } from '@kit/auth/permissions/permission-scope'
import type { IconName } from '@/components/icon/catalog'
import { Icon } from '@/components/icon/icon'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'

import type { RolesDto } from '../loaders'

const looks: Record<PermissionScope, { icon: IconName; label: string; className: string }> = {
  all: { icon: 'check', label: 'Yes', className: 'text-success' },
  own: { icon: 'user-round', label: 'Own', className: 'text-info' },
  none: { icon: 'minus', label: 'No', className: 'text-muted-foreground/60' },
}

/** Roles across, permissions down, from the permission table the server uses. */
export function PermissionMatrix({ columns, rows }: Pick<RolesDto, 'columns' | 'rows'>) {
  return (
    <Card className="overflow-clip">
      <Table label="Permissions by role">
        <TableHeader>
          <TableRow>
            <TableHead className="sticky left-0 z-10 min-w-36 bg-card">Permission</TableHead>
            {columns.map(({ key, name, isYours }) => (
              <TableHead
                key={key}
                className="h-auto max-w-32 min-w-16 px-2 py-2 text-center align-bottom wrap-anywhere whitespace-normal"
              >
                <bdi>{name}</bdi>
                {isYours ? (
                  <Badge variant="outline" className="mx-auto mt-1 flex">
                    Yours
                  </Badge>
                ) : null}
              </TableHead>
            ))}
          </TableRow>
        </TableHeader>
        {Object.entries(resourceLabels).map(([resource, heading]) => (
          <tbody key={resource} className="border-b last:border-b-0">
            <tr>
              <th
                scope="rowgroup"
                colSpan={columns.length + 1}
                className="bg-muted/60 px-3 py-1.5 text-left text-xs font-medium text-muted-foreground"
              >
                <span className="sticky left-3">{heading}</span>
              </th>
            </tr>
            {rows
              .filter((row) => row.resource === resource)
              .map(({ name, label, scopes }) => (
                <TableRow key={name} className="border-t">
                  <th
                    scope="row"
                    className="sticky left-0 z-10 bg-card px-3 py-2 text-left font-normal first-letter:uppercase"
                  >
                    {label}
                  </th>
                  {columns.map(({ key }, place) => (
                    // Keeps the screen-reader text inside the scrolling frame.
                    <TableCell key={key} className="relative px-2 text-center">
                      <Mark scope={scopes[place] ?? 'none'} heading={heading} />
                    </TableCell>
                  ))}
                </TableRow>
              ))}
          </tbody>
        ))}
      </Table>
      {ownRowsLabel ? (
        <p className="flex items-center gap-2 border-t px-3 py-2.5 text-xs text-muted-foreground">
          <Icon name="user-round" className="text-info" />
          Only {ownRowsLabel} the member created or is assigned to.
        </p>
      ) : null}
    </Card>
  )
}

function Mark({ scope, heading }: { scope: PermissionScope; heading: string }) {
  const { icon, label, className } = looks[scope]
  return (
    <>
      <Icon name={icon} className={`inline-block ${className}`} />
      <span className="sr-only">{scope === 'own' ? `${label} ${heading.toLowerCase()}` : label}</span>
    </>
  )
}
