import { auditRules } from '../inventory/audit-rules'
import type { Inventory, InventoryFinding } from '../inventory/inventory'

/** SARIF 2.1.0, for code scanning: a result for each finding; a waived one is suppressed, with its reason. */
export function sarifReport({ findings, unreadable }: Inventory): string {
  const rules = [...auditRules].map(([id, text]) => ({ id, shortDescription: { text } }))
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'action-audit', rules } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: unreadable.map(({ file, line, reason }) => ({
              level: 'error',
              message: { text: reason },
              locations: [location(file, line, 1)],
            })),
          },
        ],
        results: findings.map((finding) =>
          result(
            finding,
            rules.findIndex(({ id }) => id === finding.rule),
          ),
        ),
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function result({ file, line, column, rule, message, waiver }: InventoryFinding, ruleIndex: number) {
  return {
    ruleId: rule,
    ruleIndex,
    level: 'error',
    message: { text: message },
    locations: [location(file, line, column)],
    ...(waiver !== undefined && { suppressions: [{ kind: 'inSource', justification: waiver }] }),
  }
}

function location(file: string, startLine: number, startColumn: number) {
  // Folders of routes have brackets and blanks in their names.
  const uri = file.split('/').map(encodeURIComponent).join('/')
  return { physicalLocation: { artifactLocation: { uri }, region: { startLine, startColumn } } }
}
