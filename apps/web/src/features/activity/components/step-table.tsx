import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'

import { seriesLabels } from './kind-tones'
import type { ActivityStep, Series } from './activity-steps'

interface StepTableProps {
  steps: ActivityStep[]
  /** What the table shows. */
  label: string
  kinds: Series[]
  /** The label of each step, by its start. */
  labels: ReadonlyMap<number, string>
}

/** The chart as a table. Steps without events are left out. */
export function StepTable({ label, steps, kinds, labels }: StepTableProps) {
  return (
    <Table label={label}>
      <TableHeader>
        <TableRow>
          <TableHead>Time</TableHead>
          {kinds.map((kind) => (
            <TableHead key={kind} className="text-right">
              {seriesLabels[kind]}
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
