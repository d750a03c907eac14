import type { ChecklistLine, Inventory, InventoryFinding } from '../inventory/inventory'
import { cellsOf } from './cells'

/** The terminal report: endpoints, open and waived findings, checklist. */
export function textReport(inventory: Inventory): string {
  const { endpoints, findings, checklist, summary, apps, files } = inventory
  const open = findings.filter(({ waiver }) => waiver === undefined)
  const waived = findings.filter(({ waiver }) => waiver !== undefined)
  const builds =
    apps.map(({ folder, build }) => `${folder || '.'}: build ${build}`).join('; ') || 'no Next app found'
  return [
    `${summary.endpoints} endpoints in ${files} files (${builds})`,
    ...section('', table(endpoints.map(cellsOf))),
    ...section('Open', open.map(findingLine)),
    ...section(
      'Waived',
      waived.map((finding) => `${findingLine(finding)}\n    because: ${finding.waiver}`),
    ),
    ...section('Checklist', checklist.map(checklistLine)),
    '',
    open.length > 0
      ? `${open.length} open, ${waived.length} waived.`
      : `Nothing open, ${waived.length} waived.`,
    '',
  ].join('\n')
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', ...(title ? [title] : []), ...lines]
}

function findingLine({ file, line, column, rule, message }: InventoryFinding): string {
  return `  ${file}:${line}:${column}  ${rule}  ${message}`
}

const marks = { yes: '[x]', no: '[ ]', unknown: '[?]' }

function checklistLine({ question, answer, open, waived }: ChecklistLine): string {
  const counts = [...(open > 0 ? [`${open} open`] : []), ...(waived > 0 ? [`${waived} waived`] : [])]
  return `  ${marks[answer]} ${question}${counts.length > 0 ? ` (${counts.join(', ')})` : ''}`
}

/** Leaves out empty columns. */
function table(rows: readonly Record<string, string>[]): string[] {
  const [first] = rows
  if (!first) return []
  const columns = Object.keys(first).filter((column) => rows.some((row) => row[column] !== ''))
  const widths = columns.map((column) =>
    Math.max(column.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (cells: readonly string[]) =>
    `  ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  ')}`.trimEnd()
  return [line(columns), ...rows.map((row) => line(columns.map((column) => row[column] ?? '')))]
}
