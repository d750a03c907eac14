/** Begins a formula in a spreadsheet, also after spaces and as a full-width character. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/

/**
 * Returns rows as CSV that spreadsheets show as text. Every cell is quoted, and a cell that they would calculate gets an
 * apostrophe in front. Begins with a byte order mark, or Excel would take it for another encoding.
 */
export function toCsv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => cells.map(cell).join(',')
  return `\uFEFF${[header, ...rows].map(line).join('\r\n')}\r\n`
}

function cell(value: string): string {
  const text = FORMULA.test(value) ? `'${value}` : value
  return `"${text.replaceAll('"', '""')}"`
}
