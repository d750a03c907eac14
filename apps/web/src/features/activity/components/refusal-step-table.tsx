import type { SecurityEventKind } from '@kit/db/activity/security-event-values'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'

import { kindLabels } from './activity-labels'
import type { RefusalStep } from './refusal-steps'

interface RefusalStepTableProps {
  steps: RefusalStep[]
  kinds: SecurityEventKind[]
  /** The label of each step, by its start. */
  labels: ReadonlyMap<number, string>
}

/** The chart as a table. Steps without refused requests are left out. */
export function RefusalStepTable({ steps, kinds, labels }: RefusalStepTableProps) {
  return (
    <Table label="Refused requests over time by reason">
      <TableHeader>
        <TableRow>
          <TableHead>Time</TableHead>
          {kinds.map((kind) => (
            <TableHead key={kind} className="text-right">
              {kindLabels[kind]}
            </TableHead>
          ))}
          <TableHead className="text-right">Total</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {steps
          .filter(({ total }) => total > 0)
          .map(({ from, total, of }) => (
            <TableRow key={from}>
              <th scope="row" className="px-3 py-2 text-left font-medium whitespace-nowrap">
                {labels.get(from)}
              </th>
              {kinds.map((kind) => (
                <TableCell key={kind} className="text-right tabular-nums">
                  {of[kind] ?? 0}
                </TableCell>
              ))}
              <TableCell className="text-right font-medium tabular-nums">{total}</TableCell>
            </TableRow>
          ))}
      </TableBody>
    </Table>
  )
}
