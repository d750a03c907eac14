import type { Inventory, InventoryFinding } from '../inventory/inventory'
import { cellsOf } from './cells'

/** The Markdown report: endpoints, open and waived findings, checklist. */
export function markdownReport(inventory: Inventory): string {
  const { endpoints, findings, checklist, summary } = inventory
  const open = findings.filter(({ waiver }) => waiver === undefined)
  const waived = findings.filter(({ waiver }) => waiver !== undefined)
  return [
    '# Server actions',
    `${summary.endpoints} endpoints, ${summary.open} open findings, ${summary.waived} waived.`,
    ...(endpoints.length > 0 ? [table(endpoints.map(cellsOf))] : []),
    ...list('## Open', open.map(findingItem)),
    ...list(
      '## Waived',
      waived.map((finding) => `${findingItem(finding)} Because: ${safe(finding.waiver ?? '')}`),
    ),
    ...list(
      '## Checklist',
      checklist.map(({ question, answer, rules, open: left, waived: accepted }) => {
        const counts = left + accepted > 0 ? `, ${left} open, ${accepted} waived` : ''
        return `- [${answer === 'yes' ? 'x' : ' '}] ${question} (${answer}${counts}; ${rules.map((rule) => `\`${rule}\``).join(', ')})`
      }),
    ),
  ].join('\n\n')
}

function list(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [title, items.join('\n')]
}

function findingItem({ file, line, rule, message }: InventoryFinding): string {
  return `- \`${file}:${line}\` **${rule}** ${safe(message)}`
}

function table(rows: readonly Record<string, string>[]): string {
  const columns = Object.keys(rows[0] ?? {}).filter((column) => rows.some((row) => row[column] !== ''))
  const line = (cells: readonly string[]) => `| ${cells.map(safe).join(' | ')} |`
  return [
    line(columns),
    line(columns.map(() => '---')),
    ...rows.map((row) => line(columns.map((column) => row[column] ?? ''))),
  ].join('\n')
}

/** Escapes text from the code base. */
function safe(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ')
}
