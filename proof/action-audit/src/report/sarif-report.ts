import { auditRules } from '../inventory/audit-rules'
import type { Inventory, InventoryFinding } from '../inventory/inventory'
import { tagsOf } from '../inventory/rule-tags'
import { fingerprintOf } from './fingerprint'

/** SARIF 2.1.0, for code scanning: a result for each finding; a waived one is suppressed, with its reason. */
export function sarifReport({ findings, unreadable }: Inventory): string {
  const rules = [...auditRules].map(([id, text]) => descriptor(id, text))
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'action-audit', rules } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { SRCROOT: { description: { text: 'The root of the repository.' } } },
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

function descriptor(id: string, text: string) {
  const { severity, cwe, asvs } = tagsOf(id)
  return {
    id,
    shortDescription: { text },
    help: { text: `See docs/rules/${id}.md in the action-audit package.` },
    defaultConfiguration: { level: levelOf(severity) },
    properties: {
      'security-severity': severity.toFixed(1),
      tags: [
        'security',
        ...cwe.map((each) => `external/cwe/cwe-${String(each).padStart(3, '0')}`),
        ...asvs.map((each) => `external/asvs/${each}`),
      ],
    },
  }
}

function levelOf(severity: number): 'error' | 'warning' | 'note' {
  if (severity >= 7) return 'error'
  return severity >= 4 ? 'warning' : 'note'
}

function result(finding: InventoryFinding, ruleIndex: number) {
  const { file, line, column, rule, message, waiver, level } = finding
  return {
    ruleId: rule,
    ruleIndex,
    level: level ?? levelOf(tagsOf(rule).severity),
    message: { text: message },
    locations: [location(file, line, column)],
    partialFingerprints: { 'actionAudit/v1': fingerprintOf(finding) },
    ...(waiver !== undefined && { suppressions: [{ kind: 'inSource', justification: waiver }] }),
  }
}

function location(file: string, startLine: number, startColumn: number) {
  // Folders of routes have brackets and blanks in their names.
  const uri = file.split('/').map(encodeURIComponent).join('/')
  return {
    physicalLocation: {
      artifactLocation: { uri, uriBaseId: 'SRCROOT' },
      region: { startLine, startColumn },
    },
  }
}
