/** Characters that start a formula in a spreadsheet, even after spaces or in their full-width form. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/

/**
 * Returns rows as CSV that spreadsheets show as text. Every cell is quoted, and a cell that they would calculate gets an
 * apostrophe in front. Starts with a byte order mark, because Excel would otherwise guess the wrong encoding.
 */
export function toCsv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => cells.map(cell).join(',')
  return `\uFEFF${[header, ...rows].map(line).join('\r\n')}\r\n`
}

function cell(value: string): string {
  const text = FORMULA.test(value) ? `'${value}` : value
  return `"${text.replaceAll('"', '""')}"`
}
