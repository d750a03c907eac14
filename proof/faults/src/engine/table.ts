import type { Ledger } from '../load/ledger'

export interface Row {
  fault: string
  rounds: number
  ledger: Ledger
}

const HEAD = ['fault', 'rounds', 'acknowledged', 'lost', 'longest wait', 'what users saw', '']

/** Formats what every fault did as a text table. */
export function table(rows: readonly Row[]): string {
  const lines = [HEAD, ...rows.map(cells)]
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)))
  const isNumber = (column: number) => column > 0 && column < 5
  return lines
    .map((line) =>
      line
        .map((cell, column) =>
          isNumber(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function cells({ fault, rounds, ledger }: Row): string[] {
  const { acknowledged, lost, longestWait, seen } = ledger
  const saw = [...seen].toSorted(([, a], [, b]) => b - a).map(([what, times]) => `${what} ${times}`)
  const wait = seen.size === 0 ? '' : `${(longestWait / 1000).toFixed(1)} s`
  const verdict = ledger.verdict().length === 0 ? 'ok' : 'FAILED'
  return [fault, String(rounds), String(acknowledged), String(lost), wait, saw.join(', '), verdict]
}
