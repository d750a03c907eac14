import { Scroller } from '@/components/scroller'

import type { Row, RowChange } from '../control/rows'

/** Rows of the database before and after an attack. */
export function RowChanges({ changes }: { changes: readonly RowChange[] }) {
  return (
    <Scroller label="Rows before and after">
      <table className="w-full text-left text-xs">
        <thead>
          <tr className="text-muted-foreground">
            <th scope="col" className="py-1 pr-3 font-medium">
              Table
            </th>
            <th scope="col" className="py-1 pr-3 font-medium">
              Before
            </th>
            <th scope="col" className="py-1 font-medium">
              After
            </th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ table, before, after }, index) => (
            // eslint-disable-next-line react/no-array-index-key -- the list never changes, and rows can be equal
            <tr key={index} className="border-t align-top">
              <th scope="row" className="py-1.5 pr-3 font-mono font-normal">
                {table}
              </th>
              <td className="py-1.5 pr-3">{before ? <Values row={before} /> : 'No row'}</td>
              <td className="py-1.5">{after ? <Values row={after} /> : 'Deleted'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  )
}

function Values({ row }: { row: Row }) {
  return Object.entries(row).map(([column, value]) => (
    <span key={column} className="block wrap-anywhere">
      <span className="text-muted-foreground">{column}</span> {value ?? 'none'}
    </span>
  ))
}
