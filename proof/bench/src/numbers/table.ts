import type { Limit } from '../budget'
import { keepsLimit, spreadOf } from './figure'
import type { Figure } from './figure'

const HEAD = ['', 'min', 'median', 'max', 'required', '']

/** Formats the figures as a text table that marks exceeded limits. */
export function table(figures: readonly Figure[]): string {
  const rows = [HEAD, ...figures.map(row)]
  const widths = HEAD.map((_, column) => Math.max(...rows.map((cells) => (cells[column] ?? '').length)))
  const lines = rows.map((cells) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  )
  return `${lines.join('\n')}\n`
}

function row(figure: Figure): string[] {
  const { label, values, unit = '', limit } = figure
  const { min, median, max } = spreadOf(values)
  const numbers = [min, median, max].map((value) => `${rounded(value)}${unit}`)
  return [label, ...numbers, limit ? limitText(limit, unit) : '', keepsLimit(figure) ? '' : 'exceeded']
}

function limitText(limit: Limit, unit: string): string {
  return 'atLeast' in limit ? `≥ ${limit.atLeast}${unit}` : `≤ ${limit.atMost}${unit}`
}

/** Three significant digits, or all digits of a whole number. */
function rounded(value: number): string {
  const size = Math.abs(value)
  if (Number.isInteger(value) || size >= 100) return String(Math.round(value))
  return value.toFixed(size >= 10 ? 1 : 2)
}
