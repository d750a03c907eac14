import { Fragment } from 'react'

import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'

import type { LabEndpoint } from '../catalogue/inventory'
import { boundsOf, callersOf, featureOf, permissionsOf } from '../catalogue/inventory-labels'

/** Endpoints grouped by feature. */
export function InventoryTable({ endpoints }: { endpoints: readonly LabEndpoint[] }) {
  const features = [...new Set(endpoints.map(featureOf))]
  return (
    <Card className="overflow-clip">
      <Table label="Endpoint inventory">
        <TableHeader>
          <TableRow>
            <TableHead className="sticky left-0 z-10 min-w-40 bg-card md:min-w-64">Endpoint</TableHead>
            <TableHead className="min-w-44">Who can call it</TableHead>
            <TableHead className="min-w-44">Limits</TableHead>
            <TableHead>Extra checks</TableHead>
            <TableHead className="min-w-52">Input and limits</TableHead>
            <TableHead className="text-right">Attacks</TableHead>
          </TableRow>
        </TableHeader>
        {features.map((feature) => (
          <tbody key={feature} className="border-b last:border-b-0">
            <tr>
              <th
                scope="rowgroup"
                colSpan={6}
                className="bg-muted/60 px-3 py-1.5 text-left text-xs font-medium text-muted-foreground"
              >
                <span className="sticky left-3 inline-block first-letter:uppercase">{feature}</span>
              </th>
            </tr>
            {endpoints
              .filter((endpoint) => featureOf(endpoint) === feature)
              .map((endpoint) => (
                <EndpointRow key={endpoint.exportName} endpoint={endpoint} />
              ))}
          </tbody>
        ))}
      </Table>
    </Card>
  )
}

function EndpointRow({ endpoint }: { endpoint: LabEndpoint }) {
  const { exportName, file, line, client, resource, limits, captcha, freshSession, attacks } = endpoint
  return (
    <TableRow className="border-t align-top [&>td]:align-top">
      <th scope="row" className="sticky left-0 z-10 bg-card px-3 py-2 text-left font-normal">
        <code className="font-medium">
          <Breakable parts={exportName.split(/(?=[A-Z])/)} />
        </code>
        <span className="block text-xs text-muted-foreground">
          <Breakable parts={`${file.replace('apps/web/src/', '')}:${line}`.split(/(?<=\/)/)} />
        </span>
      </th>
      <TableCell>
        {callersOf(endpoint)}
        <Lines items={permissionsOf(endpoint)} />
        {resource ? <Lines items={[`Rule: ${resource}`]} /> : null}
        <Lines items={client ? [client] : []} />
      </TableCell>
      <TableCell>
        <Lines items={limits.map(({ policy }) => policy)} />
      </TableCell>
      <TableCell>
        <span className="flex flex-wrap gap-1">
          {captcha ? <Badge variant="info">Captcha</Badge> : null}
          {freshSession ? <Badge variant="warning">Password</Badge> : null}
        </span>
      </TableCell>
      <TableCell>
        <Lines items={boundsOf(endpoint)} />
      </TableCell>
      <TableCell className="text-right tabular-nums">{attacks}</TableCell>
    </TableRow>
  )
}

/** Lets a long name break only between its parts. */
function Breakable({ parts }: { parts: readonly string[] }) {
  return parts.map((part, index) => (
    // eslint-disable-next-line react/no-array-index-key -- the parts of a name have no other order
    <Fragment key={index}>
      {part}
      <wbr />
    </Fragment>
  ))
}

function Lines({ items }: { items: readonly string[] }) {
  return items.map((item) => (
    <span key={item} className="block text-xs wrap-anywhere text-muted-foreground">
      {item}
    </span>
  ))
}
